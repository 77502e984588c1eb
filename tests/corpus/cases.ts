/** The blind sets: whole conversations with what a careful reader finds in them, kept apart from the rules. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Category, CheckName, Emotion, Lang, StakeKind } from '../../utils/language';
import type { Clock, Due, PromiseKind } from '../../utils/promises';

export const LANGS = ['en', 'pt-BR', 'pt-PT', 'pl'] as const satisfies readonly Lang[];

/** The moment at which single lines are read: a Wednesday morning. */
export const LINE_CLOCK: Clock = { now: '2026-11-18T10:00:00Z', zone: 'Europe/London', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set() };

export interface ExpectedPromise {
  readonly text: string;
  readonly kind: PromiseKind;
  readonly deferred: boolean;
  readonly conditional: boolean;
  readonly due: Due | null;
}

/** Every `text` stands exactly once in the message it belongs to: stakes and questions in `customer`, the rest in `draft`. */
export interface BlindCase {
  readonly id: string;
  /** dev: misses may be read. held: for measuring alone. */
  readonly set: 'dev' | 'held';
  readonly lang: Lang;
  /** ISO instant with offset. */
  readonly now: string;
  readonly timeZone: string;
  readonly customerName: string | null;
  readonly customer: string;
  readonly draft: string;
  readonly expect: {
    readonly emotion: Emotion;
    readonly stakes: readonly { readonly kind: StakeKind; readonly text: string }[];
    readonly questions: readonly { readonly text: string; readonly answered: boolean }[];
    readonly findings: readonly { readonly category: Category; readonly text: string }[];
    readonly promises: readonly ExpectedPromise[];
    readonly missing: readonly CheckName[];
  };
}

export type Half = BlindCase['set'];

/** One agent's sentence: with the one fault between < and >. */
export interface BlindLine {
  readonly category: Category;
  readonly text: string;
}
/** One customer's message with what a careful reader sees in it. */
export interface BlindCustomer {
  readonly text: string;
  readonly emotion: Emotion;
  readonly stakes: readonly { readonly kind: StakeKind; readonly text: string }[];
  readonly questions: readonly string[];
}

const BLIND = path.join(import.meta.dirname, 'blind');
function load<T>(...name: readonly string[]): readonly T[] {
  const file = path.join(BLIND, ...name);
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as readonly T[]) : [];
}
/** The later sets, each in a folder of its own with its halves in files of their own, so that a held one is not read by accident. */
export const SETS: readonly string[] = readdirSync(BLIND, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();

/** The blind cases of one language, in order; `from` names one set ("first" or a folder of `SETS`). Their form is checked in blind.test.ts. */
export const blindCases = (lang: Lang, from?: string): readonly BlindCase[] => [
  ...(from === undefined || from === 'first' ? load<BlindCase>(`${lang}.yaml`) : []),
  ...SETS.filter((set) => from === undefined || from === set).flatMap((set) => (['dev', 'held'] as const).flatMap((half) => load<BlindCase>(set, `${lang}.cases.${half}.yaml`))),
];
export const blindLines = (lang: Lang, set: string, half: Half): readonly BlindLine[] => load(set, `${lang}.lines.${half}.yaml`);
export const cleanLines = (lang: Lang, set: string, half: Half): readonly string[] => load(set, `${lang}.clean.${half}.yaml`);
export const blindCustomers = (lang: Lang, set: string, half: Half): readonly BlindCustomer[] => load(set, `${lang}.customers.${half}.yaml`);
