/** What people see in the host's page itself: plain elements in closed shadow roots, no input field, no key of the agent's. */
export { Chips, type Chip } from './chips';
export { Drawer, WIDTHS, type DrawerState } from './drawer';
export { button, Layer, make } from './layer';
export type { Place, Theme } from './layer';
export { plainLine } from './line';
export { Popover, type Advice } from './popover';
export { SentBar, type SentPromise } from './sent-bar';
export { TeachView } from './teach';
export { counted, wordsOf, type Words } from './words';
