/** What the palette shows, as plain data: whoever finds and fills phrases makes it, the view only draws it. */

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly shortcut: string | null;
  readonly favourite: boolean;
  /** It can be switched off from here. */
  readonly off?: boolean;
}

/** A stretch of the phrase as it will stand in the reply; an open place has the name of what is missing. */
export interface Piece {
  readonly text: string;
  readonly open: string | null;
}

export interface Preview {
  /** Language of the phrase, for who reads it aloud. */
  readonly lang: string;
  readonly pieces: readonly Piece[];
  /** Why it is offered; null where only what was typed speaks for it. */
  readonly why: string | null;
  /** Whose phrase it is. */
  readonly from: string;
  /** What still has to be filled in, said in words; null where nothing. */
  readonly needs: string | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}
/** One variable of the phrase. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** What stands there so far; '' where nothing. */
  readonly value: string;
  readonly needed: boolean;
  /** What there is to choose from; null where it is typed. */
  readonly choices: readonly Choice[] | null;
}

export interface ListView {
  readonly is: 'list';
  readonly rows: readonly Row[];
  /** Which row Enter takes; -1 where there is none. */
  readonly active: number;
  /** How many were found, however many rows there are. */
  readonly count: number;
  /** Said instead of rows: nothing found, or not there yet. */
  readonly note: string | null;
  readonly preview: Preview | null;
}
export interface FormView {
  readonly is: 'form';
  readonly title: string;
  readonly fields: readonly Field[];
  readonly active: number;
  readonly preview: Preview;
}
/** A question within the palette, answered by one of its choices. */
export interface AskView {
  readonly is: 'ask';
  readonly title: string;
  readonly choices: readonly string[];
  readonly active: number;
}
export type PaletteView = ListView | FormView | AskView;

/** What the mouse does. The keyboard goes to whoever holds the palette, for the focus stays in the editor. */
export interface PaletteActs {
  readonly pick: (row: number) => void;
  readonly favour: (row: number) => void;
  /** Asks whether the active row, or its pack, is to be switched off; and the answer. */
  readonly off: () => void;
  readonly answer: (choice: number) => void;
  readonly field: (field: number) => void;
  readonly choose: (field: number, value: string) => void;
  readonly insert: () => void;
}
