/** The words of the interface: a key's text with its {placeholders} filled; the key itself where it is missing. */
export type Words = (key: string, values?: Readonly<Record<string, string>>) => string;

/** Words from the background's flat messages. */
export function wordsOf(messages: Readonly<Record<string, string>>): Words {
  return (key, values = {}) => (messages[key] ?? key).replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** A count's own form: keys `key_one`, `key_few`, `key_many`, `key_other`, with {count} filled. */
export function counted(words: Words, language: string, key: string, count: number): string {
  const exact = `${key}_${new Intl.PluralRules(language).select(count)}`;
  const text = words(exact, { count: String(count) });
  return text === exact ? words(`${key}_other`, { count: String(count) }) : text;
}
