import type { Sample } from './types';

export const en: readonly Sample[] = [
  {
    id: 'en-refund-third-time',
    lang: 'en',
    customer: { name: 'Hannah Brooks', address: 'hannah.brooks@customer.test' },
    subject: 'Refund for order 48213, third time asking',
    messages: [
      { from: 'customer', hoursAgo: 240, text: 'Hello,\n\nthe coffee grinder from order 48213 arrived with a cracked jar. I sent photos through the form. Can I have my money back, please?\n\nHannah Brooks' },
      { from: 'agent', hoursAgo: 215, text: 'Hello Hannah,\n\nthank you for the photos. We have received your return and will process the refund soon.\n\nCustomer care' },
      {
        from: 'customer',
        hoursAgo: 5,
        text: 'Hello,\n\nthis is the third time I am writing about the same refund and I am honestly fed up. You had the grinder back on the 9th and I am still £64 out of pocket.\n\nWhen exactly will the money be on my card? And can you tell me who is dealing with this, so that I don\'t have to explain it all again?\n\nHannah Brooks',
      },
    ],
  },
  {
    id: 'en-locked-out',
    lang: 'en',
    customer: { name: 'Samuel Adeyemi', address: 'samuel.adeyemi@customer.test' },
    subject: 'Locked out, tax papers due on Friday',
    messages: [
      {
        from: 'customer',
        hoursAgo: 2,
        text: 'Hi there,\n\nsince this morning I can\'t log in any more. It says my account is blocked, and the reset mail never arrives. All our invoices are in there and the accountant needs them by Friday, otherwise we pay a penalty. I\'m getting really worried.\n\nWhat do I have to do to get back in? Could you send me the October and November invoices in the meantime?\n\nThanks\nSamuel Adeyemi',
      },
    ],
  },
  {
    id: 'en-which-plan',
    lang: 'en',
    customer: { name: 'Priya Nair', address: 'priya.nair@customer.test' },
    subject: 'Not sure which plan we need',
    messages: [
      {
        from: 'customer',
        hoursAgo: 20,
        text: 'Hello,\n\nI\'ve read the price page twice and I\'m more confused than before. We are four people, two of us only look things up now and then. Do the other two need a full seat? And what happens to our old files if we change in the middle of the month?\n\nI\'d be glad if someone could explain it to me as if I had never seen it.\n\nKind regards\nPriya Nair',
      },
    ],
  },
  {
    id: 'en-thank-you',
    lang: 'en',
    customer: { name: 'George Whitfield', address: 'george.whitfield@customer.test' },
    subject: 'Thank you for the quick repair',
    messages: [
      {
        from: 'customer',
        hoursAgo: 26,
        text: 'Dear team,\n\njust a word to say thank you. The boiler has been running since your colleague came on Tuesday, and my mother finally has a warm flat again. You were so kind to her on the phone.\n\nOne small thing: could you send me the receipt for the insurance?\n\nBest wishes\nGeorge Whitfield',
      },
    ],
  },
];
