/**
 * The door for what is typed: a line that logs a promise, a time in the box of a snooze or a correction. It brings the date grammars
 * along, so pages load it when it is first needed.
 *
 * - `languageOf(json, lang)` makes the language both read by ready: once, of the answer to `knowledge.get`.
 * - `readLog(line, language, clock)` reads "call Anna Nowak tomorrow 10 re invoice".
 * - `readWhen(text, language, clock)` reads "jutro rano", "in 2 hours", "seg 14h", "2h".
 * - `snoozeUntil(due, clock)` is the instant at which a snooze to such a window rings.
 */
import { createLanguage, loadKnowledge, type Lang, type Language } from '../language';

export { readLog, type LogReading } from './typed/line';
export { readWhen, snoozeUntil } from './typed/when';

/**
 * A language made ready. Keep it: it remembers what it read.
 * @param json the knowledge of the language's asset (`en`, `pt` for both countries, `pl`).
 * @throws Error where the knowledge is of another version of the extension.
 */
export function languageOf(json: string, lang: Lang): Language {
  return createLanguage(loadKnowledge(json), lang === 'pt-BR' || lang === 'pt-PT' ? { variety: lang } : {});
}
