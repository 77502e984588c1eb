/** The blind sets: whole conversations with what a careful reader finds in them, kept apart from the rules. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Category, CheckName, Emotion, Lang, StakeKind } from '../../utils/language';
import type { Due, PromiseKind } from '../../utils/promises';

export const LANGS = ['en', 'pt-BR', 'pt-PT', 'pl'] as const satisfies readonly Lang[];

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

/** The blind set of one language, in order. Their form is checked in blind.test.ts. */
export const blindCases = (lang: Lang): readonly BlindCase[] =>
  parse(readFileSync(path.join(import.meta.dirname, 'blind', `${lang}.yaml`), 'utf8')) as readonly BlindCase[];
