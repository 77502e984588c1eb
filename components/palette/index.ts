/** The phrases at the caret: a list, a preview and a short form, plain elements in a closed shadow root; no input field. */
export { Palette } from './palette';
export { spotFor } from './place';
export type { AskView, Choice, Field, FormView, ListView, PaletteActs, PaletteView, Piece, Preview, Row } from './model';
