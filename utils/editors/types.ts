import type { Span } from '../language';

/** How an editor takes text. The names are the engines measured in real browsers; `rich` is everything else. */
export type Family = 'textarea' | 'froala' | 'summernote' | 'trix' | 'tinymce' | 'ckeditor4' | 'ckeditor5' | 'prosemirror' | 'slate' | 'rich';

/** A part of the editor that is not the agent's own reply. */
export interface LeftOut {
  readonly kind: 'quote' | 'signature';
  readonly text: string;
}

/** A place in the document; in a textarea `node` is the textarea and `offset` counts into its value. */
export interface Place {
  readonly node: Node;
  readonly offset: number;
}

/** What stands in the editor. Offsets are UTF-16 code units of `text`. */
export interface EditorText {
  /** The reply alone: quotes and marked signatures left out, blocks divided by one newline, blanks as the reader sees them. */
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
  /** The place of an offset; `start` prefers the character after it, `end` the one before. */
  place(offset: number, side: 'start' | 'end'): Place | null;
  /** The offset of a place, or null where the place is outside the reply. */
  offset(place: Place): number | null;
}

/** What came of an insertion. The text was read back: `ok` means it stands in the editor. */
export type Outcome =
  | { readonly ok: true }
  /** changed: the text is no longer what the asker saw. refused: the editor did not take it, or is busy composing. */
  | { readonly ok: false; readonly problem: 'changed' | 'refused' | 'gone'; readonly clipboard: boolean };

/** Kinds of mark. Colour never stands alone: each has a line of its own. */
export const MARK_KINDS = ['term', 'formula', 'tangle', 'bind', 'form', 'hurt', 'refuse', 'bias', 'promise', 'kept', 'here', 'fill'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];
export interface Mark extends Span {
  readonly kind: MarkKind;
}

/** A rectangle in CSS px of the top window's viewport as far as frames of the same origin reach. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One editor, whatever its make. Everything ends with the signal given to `attach`, or with `dispose`. */
export interface EditorAdapter {
  readonly element: HTMLElement;
  readonly family: Family;
  text(): EditorText;
  /** The selection as last seen in the editor, also while the focus is elsewhere. */
  selection(): Span | null;
  /** Puts the focus into the editor and selects. */
  select(span: Span): void;
  focus(): void;
  /** Replaces exactly `span`, where `expect` still stands there. One step of the editor's own undo where its engine allows. */
  replace(span: Span, text: string, expect: string): Promise<Outcome>;
  /**
   * Inserts at the caret (over what is selected), or at the start of the reply where there never was one; the caret stands
   * behind it then. Calls are done one after the other, each at the caret the one before left.
   */
  insertAtCaret(text: string): Promise<Outcome>;
  /** Calls back after every change, whoever made it; `trusted` is true for the agent's own typing. */
  onInput(listener: (trusted: boolean) => void): void;
  rangeOf(span: Span): Range | null;
  /** Boxes of the lines a span covers. */
  boxes(span: Span): readonly Box[];
  /** Box of the visible part of the editor. */
  box(): Box;
  /** Shows these marks and no others. */
  paint(marks: readonly Mark[]): void;
  dispose(): void;
}

/** Text insertion that host data asks for against the family's own way. */
export interface AttachOptions {
  readonly insert?: 'exec';
}
