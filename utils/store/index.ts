/** What is kept. Opened by the background and by nobody else. */
export { Store } from './db';
export type { DraftRow, PackRow, QuarantineRow, StoreNews } from './db';
export type { CopyArea } from './copy';
export { StoreError } from './errors';
export type { StoreProblem } from './errors';
export { Promises } from './promises';
export { matches } from './rows';
export type { Count, Entry, Filter, Kept, State, Times } from './rows';
export type { Search, Stretch } from './search';
export { quarantined } from './quarantine';
export { changeSettings, lastBroughtBack, readMark, readSettings, writeMark } from './settings';
export { favourPhrase, ownPhrases, phrasesSaid, usePhrase } from './phrases';
export type { OwnPhrase } from './phrases';
export { changePack, earlierVersions, listDrafts, loadDraft, packRows, removeDraft, saveDraft, versionText } from './packs';
export type { EarlierVersion } from './packs';
export { addFigure, figures } from './figures';
