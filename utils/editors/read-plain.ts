import type { EditorText, LeftOut, Place } from './types';
import { plainZones } from './zones';

/** Reads a textarea: its value without quotes and signature, and the way back to the value's offsets. */
export function readPlain(area: HTMLTextAreaElement): EditorText {
  const value = area.value;
  const zones = plainZones(value);
  const kept: { at: number; from: number; length: number }[] = [];
  const leftOut: LeftOut[] = [];
  let text = '';
  for (const { start, end, kind } of zones) {
    if (kind !== 'reply') {
      leftOut.push({ kind, text: value.slice(start, end) });
      continue;
    }
    kept.push({ at: text.length, from: start, length: end - start });
    text += value.slice(start, end);
  }
  return {
    text,
    leftOut,
    place(offset, side) {
      const piece = side === 'start'
        ? kept.find(({ at, length }) => offset >= at && offset < at + length) ?? kept.at(-1)
        : kept.find(({ at, length }) => offset > at && offset <= at + length) ?? kept[0];
      if (!piece) return text.length === 0 ? { node: area, offset: 0 } : null;
      return { node: area, offset: piece.from + Math.min(Math.max(offset - piece.at, 0), piece.length) };
    },
    offset(place: Place) {
      const piece = kept.find(({ from, length }) => place.offset >= from && place.offset <= from + length);
      return piece ? piece.at + place.offset - piece.from : null;
    },
  };
}
