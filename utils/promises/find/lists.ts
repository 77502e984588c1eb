/** Lists of what we do, under a heading that says so: "What I'll do next:", "O que vou fazer:". */
import type { Parsed, Sentence } from '../../language';
import { marksOf } from './sentence';

const BULLETS = new Set(['-', '•', '·', '▪', '●', '*']);

/** "- ", "1. ", "2) ", "a) " at its start. Formatting signs are no tokens: they stand before it in the text. */
function isBulleted(parsed: Parsed, { start, tokens }: Sentence, gap: string): boolean {
  const [first] = tokens;
  if (!first) return false;
  return BULLETS.has(first.key) || BULLETS.has(gap.trim().slice(-1)) || (first.start === start && /^[.)]/u.test(parsed.text.slice(first.end, first.end + 1)));
}

/** Walks through the sentences of a draft, in order, and tells which are items of such a list. */
export class Lists {
  private ours = false;
  private end = 0;
  constructor(private readonly parsed: Parsed) {}

  /** To be asked once for each sentence. */
  isItem(sentence: Sentence): boolean {
    const gap = this.parsed.text.slice(this.end, sentence.start);
    this.end = sentence.end;
    if (sentence.ending === ':') {
      this.ours = this.parsed.hitsIn(sentence, 'commit').some((hit) => marksOf(hit).includes('heading'));
      return false;
    }
    if (!this.ours || !gap.includes('\n')) return false;
    // After an empty line only what is clearly an item goes on with the list.
    return (this.ours = isBulleted(this.parsed, sentence, gap) || !/\n\s*\n/u.test(gap));
  }
}
