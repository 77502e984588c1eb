import type { AssetName, Lang } from '../../utils/language';
import type { LoadReader } from './reading';

const assetOf = (lang: Lang): AssetName => (lang === 'en' || lang === 'pl' ? lang : 'pt');

/**
 * Loads a reader of what is typed: the grammar of dates and a language, neither of which a page carries from its start.
 * @param knowledge answers the JSON of a language; what it throws, the loading throws.
 */
export function readerOf(knowledge: (asset: AssetName) => Promise<string>): LoadReader {
  return async (tag) => {
    const lang = tag as Lang;
    const [{ languageOf, readLog, readWhen, snoozeUntil }, json] = await Promise.all([import('../../utils/promises/log'), knowledge(assetOf(lang))]);
    const language = languageOf(json, lang);
    return {
      log: (line, clock) => readLog(line, language, clock),
      when: (text, clock) => readWhen(text, language, clock),
      until: snoozeUntil,
    };
  };
}
