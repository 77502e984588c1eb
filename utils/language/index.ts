/**
 * How we read. `createLanguage(knowledge, { variety })` → a `Language` whose `parse(text)` gives sentences, tokens, zones and
 * all hits; `analyse(language, input)` gives the reading, the findings and the dimensions; `identify(text)` names the language.
 */
export * from './types';
export type { Hit, Language, Paragraph, Parsed, Sentence, Token, TokenKind, Zone } from './parsed';
export { createLanguage } from './language';
export { Notes } from './notes';
export type { LanguageOptions } from './language';
export { analyse } from './analyse';
export { identify } from './identify';
export type { Identified } from './identify';
export { addressesIn, stemsOf, topicsOf, usualForm } from './analyse/doors';
export type { Addressed, AddressForm } from './analyse/address';
/** For the tools that learn what words lean to, and how sentences sound. */
export * as leaning from './analyse/leaning';
export * as tones from './analyse/tones';
export { WEIGHTS_BREAK } from './analyse/weights';
export { fold, loadKnowledge } from '../rules';
