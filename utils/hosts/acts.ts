import { clean } from './strategies';
import type { Candidates, HostData, HostReading } from './types';

/**
 * What controls say that send at another time, and that take a sending back, in the languages of our agents: a control says nothing
 * else. Only hints: a sending that was scheduled by a way we don't know is taken for one of now, a draft that comes back tells by itself
 * that it was undone.
 */
const LATER: ReadonlySet<string> = new Set([
  'schedule send', 'send later', 'programar envio', 'agendar envio', 'enviar mais tarde', 'zaplanuj wysłanie', 'zaplanuj wysyłkę', 'zaplanuj wysyłanie', 'wyślij później',
]);
const UNDO: ReadonlySet<string> = new Set([
  'undo', 'undo send', 'desfazer', 'desfazer envio', 'anular', 'anular envio', 'cofnij', 'cofnij wysłanie', 'cofnij wysyłanie', 'cofnij wysyłkę', 'anuluj wysyłanie',
]);
/** Longer texts are no labels, and are not read. */
const LABEL_MOST = 40;
const CONTROL = 'button, a, [role=button], [role=menuitem], [role=link], [role=option], input[type=submit], input[type=button]';

/** Which way of sending was clicked, by the elements of the click's path from the inside out; null where none was. */
export function sendActOf(host: HostData | null, { send }: Pick<HostReading, 'send'>, path: readonly EventTarget[]): 'now' | 'later' | null {
  const hit = path.find((target) => send.includes(target as Element));
  if (hit === undefined) return null;
  return fits(hit, host?.write.schedule) || says(path, LATER) ? 'later' : 'now';
}

/** Did the click go to a control that sends at another time, wherever it stands? Menus of hosts often stand far from the composer. */
export function schedules(host: HostData | null, path: readonly EventTarget[]): boolean {
  return path.some((target) => fits(target, host?.write.schedule)) || says(path, LATER);
}

/** Did the click go to a control that takes back what was done last? Of anything: whether it was the sending, the draft tells. */
export function undoes(host: HostData | null, path: readonly EventTarget[]): boolean {
  return path.some((target) => fits(target, host?.write.undo)) || says(path, UNDO);
}

function says(path: readonly EventTarget[], labels: ReadonlySet<string>): boolean {
  const control = path.filter(isElement).find((element) => element.matches(CONTROL));
  if (control === undefined) return false;
  return [control.textContent, control.getAttribute('aria-label'), control.getAttribute('title'), control.getAttribute('value')]
    .some((text) => text !== null && text.length <= LABEL_MOST && labels.has(clean(text).toLowerCase()));
}

function fits(target: EventTarget, candidates: Candidates | undefined): boolean {
  return isElement(target) && (candidates ?? []).some((candidate) => {
    try {
      return target.matches(typeof candidate === 'string' ? candidate : candidate.selector);
    } catch {
      return false;
    }
  });
}

/** By its shape: elements of frames are of another world's classes. */
const isElement = (target: EventTarget): target is Element => 'matches' in target && typeof target.matches === 'function';
