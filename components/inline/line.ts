import { Layer, make } from './layer';

const CSS = `.card { position: fixed; left: 50%; bottom: 16px; transform: translateX(-50%); padding: 6px 12px; max-width: calc(100vw - 32px); }`;

/** One plain line at the foot of the page, gone after `ms` or with the signal. */
export function plainLine(document: Document, text: string, ms: number, signal: AbortSignal): void {
  const layer = new Layer(document, CSS, signal);
  layer.box.append(make(document, 'div', { class: 'card', role: 'status' }, text));
  layer.show();
  const timer = setTimeout(() => layer.hide(), ms);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
