/** What we know: the compiled form of the YAML beside this file, and how words are compared. Building it is `compile`'s. */
export * from './types';
export { loadKnowledge, saveKnowledge } from './asset';
export { fold, plain, isDigit, isInvisible, isLetter, isUnitSign } from './fold';
