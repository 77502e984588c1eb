/** What is kept. Opened by the background and by nobody else. */
export { Store } from './db';
export type { QuarantineRow } from './db';
export { StoreError } from './errors';
export type { StoreProblem } from './errors';
export { matches, Promises } from './promises';
export type { Entry, Filter, Kept, State, Times } from './promises';
export { quarantined } from './quarantine';
export { changeSettings, readSettings } from './settings';
export { phrasesSaid, usePhrase } from './phrases';
export { addFigure, figures } from './figures';
