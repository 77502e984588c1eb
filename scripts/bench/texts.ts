/** What the bench reads: an ordinary message and an ordinary reply, with a little of everything to find. */
export const CUSTOMER = `Hello,

This is the third time I am writing about order 48213. It was promised for Monday, then for Wednesday, and today the
tracking page still says "in preparation". I took a day off work to be home for the delivery and I am really disappointed.

Could somebody please call me back and tell me honestly when it will arrive? And will you refund the express delivery?

Margaret Ellis`;

export const SENTENCES: readonly string[] = [
  'Hello Margaret, thank you for writing to us again about order {n}.',
  'I am sorry that you have had to ask three times and that you stayed at home for a delivery that did not come.',
  'I have looked at your order and at the notes that my colleagues left in the last two weeks.',
  'The parcel is still in our warehouse in Leeds, because the second box was damaged and had to be packed again.',
  'As per our policy, express delivery fees are only reimbursed after the carrier has confirmed the delay.',
  'I have asked them to confirm it today, and I will refund the fee within 3 business days after that.',
  'The warehouse team will send the parcel tomorrow morning, and you will have the tracking number by 5 pm.',
  'Unfortunately we cannot say yet whether the driver will come before noon or in the afternoon.',
  'I will call you on Friday at 10 to make sure that everything has arrived in one piece.',
  'If the time does not suit you, please tell me when you can be reached, and I will plan around it.',
  'You should have received an automatic message from our system, so please check your spam folder as well.',
  'Please be advised that the ticket has been escalated to the second line.',
];

const SYLLABLES = ['ba', 'co', 'de', 'fi', 'gu', 'ha', 'li', 'mo', 'na', 'pe'];
/** A number as a word that no language has: "nabaco". */
const tag = (n: number): string => String(n).split('').map((digit) => SYLLABLES[Number(digit)]).join('');

/**
 * `words` words of reply in paragraphs of three sentences. Every sentence ends with a word of its own, made of `seed` and its place, so
 * that no two texts share one; a word and no number, for ordinary sentences do not end with dates to read.
 */
export function reply(words: number, seed: number): string {
  const out: string[] = [];
  let count = 0;
  for (let index = 0; count < words; index += 1) {
    const sentence = (SENTENCES[index % SENTENCES.length] ?? '').replace('{n}', String(48_000 + index)).replace(/([.!?])$/, ` ${tag(seed)}${tag(index)}$1`);
    out.push(sentence, index % 3 === 2 ? '\n\n' : ' ');
    count += sentence.split(' ').length;
  }
  return out.join('').trim();
}
