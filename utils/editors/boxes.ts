import type { Box } from './types';

/** Boxes of an element or range in the viewport of the outermost window that may be reached. */
export function boxesOf(of: Range | Element, document: Document): readonly Box[] {
  const { x, y } = frameOffset(document);
  return [...of.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, top, right, bottom }) => ({ left: left + x, top: top + y, right: right + x, bottom: bottom + y }));
}

export function boxOf(element: Element): Box {
  const { x, y } = frameOffset(element.ownerDocument);
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

/** The part of `box` inside `outer`. */
export function clip(box: Box, outer: Box): Box {
  return {
    left: Math.max(box.left, outer.left),
    top: Math.max(box.top, outer.top),
    right: Math.min(box.right, outer.right),
    bottom: Math.min(box.bottom, outer.bottom),
  };
}

export const overlaps = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The frame element around a document, where it is of the same origin. */
export function frameOf(document: Document): Element | null {
  try {
    return document.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** Where a document's viewport begins in the outermost reachable one, in CSS px. */
export function frameOffset(document: Document): { readonly x: number; readonly y: number } {
  let x = 0;
  let y = 0;
  for (let frame = frameOf(document); frame !== null; frame = frameOf(frame.ownerDocument)) {
    const { left, top } = frame.getBoundingClientRect();
    x += left + frame.clientLeft;
    y += top + frame.clientTop;
  }
  return { x, y };
}
