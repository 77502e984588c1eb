import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';

export type Values = Readonly<Record<string, string | number>>;

/** The words of the interface in one language. */
export interface Strings {
  /** BCP 47, the language of the words: "pt-BR". */
  readonly language: string;
  /** The message of `key`, its {placeholders} filled; numbers are written as the language writes them. */
  t(key: string, values?: Values): string;
  /** The form of `key` that goes with `count` (keys `key_one`, `key_few`, `key_many`, `key_other`), with {count} filled. */
  plural(key: string, count: number, values?: Values): string;
  has(key: string): boolean;
}

/**
 * @param language BCP 47 tag; decides plural forms and number formats
 * @param messages flat key → message, placeholders as {name}
 *
 * A key that is missing comes back as itself: visible, never a crash while somebody writes to a customer.
 */
export function makeStrings(language: string, messages: Readonly<Record<string, string>>): Strings {
  const forms = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const fill = (message: string, values: Values): string =>
    message.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  const t = (key: string, values: Values = {}): string => fill(messages[key] ?? key, values);
  return {
    language,
    t,
    plural(key, count, values = {}) {
      const exact = `${key}_${forms.select(count)}`;
      return t(exact in messages ? exact : `${key}_other`, { count, ...values });
    },
    has: (key) => key in messages,
  };
}

const Context = createContext<Strings>(makeStrings('en', {}));

export function StringsProvider({ strings, children }: { strings: Strings; children: ReactNode }) {
  return <Context value={strings}>{children}</Context>;
}

export function useStrings(): Strings {
  return useContext(Context);
}
