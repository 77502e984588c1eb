/** What the tools that learn share: the labelled lines, the steps of their models, the file of weights. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { WEIGHTS_BREAK } from '../../utils/language';
import type { Lang } from '../../utils/language';
import type { AssetName } from '../../utils/rules';

export const VARIETIES: Readonly<Record<AssetName, readonly Lang[]>> = { en: ['en'], pt: ['pt-BR', 'pt-PT'], pl: ['pl'] };
export const RULES = path.join(import.meta.dirname, '../../utils/rules');

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** The lines "label<TAB>text" of tests/corpus/<lang>/<name>, none where there is no such file. " / " stands for a new line. */
export function labelled(lang: Lang, name: string): readonly Labelled[] {
  const file = path.join(import.meta.dirname, lang, name);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    const [label = '', text = ''] = line.split('\t');
    return text === '' ? [] : [{ label: label.trim(), text: text.replaceAll(' / ', '\n') }];
  });
}

/** Weights by trait, one a class; beside them the sums of the squares of their slopes, by which AdaGrad shortens the steps. */
export class Model {
  readonly weights = new Map<string, number[]>();
  readonly #squares = new Map<string, number[]>();

  /** @param seenIn samples in which a trait must stand. */
  constructor(samples: readonly { readonly traits: readonly string[] }[], private readonly classes: number, private readonly options: { readonly seenIn: number; readonly rate: number; readonly l2: number }) {
    const counts = new Map<string, number>();
    for (const { traits } of samples) for (const trait of traits) counts.set(trait, (counts.get(trait) ?? 0) + 1);
    for (const [trait, count] of counts) {
      if (count < options.seenIn) continue;
      this.weights.set(trait, new Array<number>(classes).fill(0));
      this.#squares.set(trait, new Array<number>(classes).fill(1e-6));
    }
  }

  /** One step against the slopes, one a class, in the weights of these traits; unknown ones are passed over. */
  step(traits: readonly string[], slopes: readonly number[]): void {
    const { rate, l2 } = this.options;
    for (const trait of traits) {
      const weights = this.weights.get(trait), sums = this.#squares.get(trait);
      if (weights === undefined || sums === undefined) continue;
      for (let k = 0; k < this.classes; k += 1) {
        const slope = (slopes[k] ?? 0) + l2 * (weights[k] ?? 0);
        sums[k] = (sums[k] ?? 0) + slope * slope;
        weights[k] = (weights[k] ?? 0) - (rate * slope) / Math.sqrt(sums[k] ?? 1);
      }
    }
  }

  /**
   * Writes the list of a language's weights, in whole steps; traits of small weights only are left out.
   * @param about the file's first line. @param least the weight, in steps, from which a trait is kept. @param aLine traits a line
   */
  write(asset: AssetName, list: string, about: string, { unit, least, aLine }: { readonly unit: number; readonly least: number; readonly aLine: number }): void {
    const items = [...this.weights].map(([trait, weights]) => [trait, weights.map((weight) => Math.max(-127, Math.min(127, Math.round(weight / unit))))] as const)
      .filter(([trait, weights]) => Math.max(...weights.map(Math.abs)) >= least && !/[\s|]/.test(trait))
      .sort(([a], [b]) => (a < b ? -1 : 1)).map(([trait, weights]) => `${trait} ${weights.join(' ')}`);
    const lines: string[] = [];
    for (let i = 0; i < items.length; i += aLine) lines.push(items.slice(i, i + aLine).join(WEIGHTS_BREAK));
    writeFileSync(path.join(RULES, asset, `engine-${list}.yaml`), `# ${about}\n${list}:\n${lines.map((line) => `  - ${JSON.stringify(line)}\n`).join('')}`);
    console.log(`${asset}: ${items.length} traits written`);
  }
}
