/** What other rooms ask of a text besides the analysis. */
import type { Language } from '../parsed';
import { addressesOf } from './address';
import type { Addressed } from './address';
import { fold } from '../../rules';
import { contentOf, stem, wordsOf } from './words';

export { usualForm } from './address';

/** Forms of address in a draft's own words. */
export function addressesIn(language: Language, draft: string, customerName: string | null): Addressed[] {
  return addressesOf(language, language.parse(draft), customerName);
}

/** Stems of the words that carry the matter of a text (quotes left out): to tell whether two texts speak of the same. */
export function stemsOf(language: Language, text: string): Set<string> {
  const words = wordsOf(language);
  return new Set(language.parse(text).sentences.filter((sentence) => !sentence.quoted).flatMap((sentence) => [...contentOf(sentence, words)]));
}

/** Which of the language's known matters (parcel, invoice, refund, …) a text names; those that every letter names are left out. */
export function topicsOf(language: Language, text: string): Set<string> {
  const { same } = wordsOf(language);
  const general = new Set((language.knowledge.lists['general-matters'] ?? []).map((word) => same.get(stem(fold(word))) ?? ''));
  const groups = new Set(same.values());
  return new Set([...stemsOf(language, text)].filter((one) => groups.has(one) && !general.has(one)));
}
