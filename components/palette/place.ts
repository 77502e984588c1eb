import type { Place } from '../inline';
import { EDGE, WIDTH } from './css';

/** px between the palette and the line it belongs to; its greatest height, and the least under which the other side is taken. */
const GAP = 4;
const TALLEST = 380;
const LEAST = 180;

export interface View {
  readonly width: number;
  readonly height: number;
}
/** CSS of the card. It hangs from its line or stands on it, so that it grows and shrinks away from the text. */
export interface Spot {
  readonly left: string;
  readonly top: string;
  readonly bottom: string;
  readonly maxHeight: string;
}

/** Under the line where there is room, above it where there is more; never outside the view, whatever the zoom. */
export function spotFor(line: Place, view: View, wanted: number): Spot {
  const width = Math.min(WIDTH, view.width - EDGE * 2);
  const left = Math.max(EDGE, Math.min(line.left, view.width - width - EDGE));
  const under = view.height - line.bottom - GAP - EDGE;
  const over = line.top - GAP - EDGE;
  const room = Math.min(TALLEST, Math.max(wanted, LEAST));
  const below = under >= room || under >= over;
  const height = Math.max(0, Math.min(TALLEST, below ? under : over));
  return {
    left: `${left}px`, maxHeight: `${height}px`,
    top: below ? `${Math.max(EDGE, line.bottom + GAP)}px` : 'auto', bottom: below ? 'auto' : `${Math.max(EDGE, view.height - line.top + GAP)}px`,
  };
}
