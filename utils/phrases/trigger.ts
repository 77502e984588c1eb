/** The signs that open the palette, and shortcuts typed after them: what may be a trigger, and when one was meant. */

export const USUAL_TRIGGER = ';;';
export const TRIGGER_MOST = 4;

/** What speaks against a trigger; the interface has a sentence for each. */
export const TRIGGER_PROBLEMS = ['empty', 'long', 'blank', 'letters', 'keys', 'ordinary'] as const;
export type TriggerProblem = (typeof TRIGGER_PROBLEMS)[number];

/**
 * Signs that on a Polish (programmer's, 214) or Portuguese (ABNT2, Portugal) keyboard want AltGr, or are dead keys: with
 * AltGr held they come as Ctrl+Alt on Windows and would set off what a page does on those; a dead key waits for a letter.
 */
const HARD = /[@[\]{}~^`´¨\\|€£§]|[^\x20-\x7e]/u;
/** What people write in any text, quoted lines and smileys included, wherever it stands: "...", "?!", ":)", "->", ">". */
const ORDINARY = /^[.,!?'"()\-:<>=]+$/u;
const LETTERS = /^[\p{L}\p{N}]+$/u;

/** null where the trigger is sound: one to four signs that nobody types by accident and every keyboard has. */
export function triggerProblem(trigger: string): TriggerProblem | null {
  if (trigger === '') return 'empty';
  if (trigger.length > TRIGGER_MOST) return 'long';
  if (/\s/u.test(trigger)) return 'blank';
  if (LETTERS.test(trigger)) return 'letters';
  if (HARD.test(trigger)) return 'keys';
  return ORDINARY.test(trigger) ? 'ordinary' : null;
}

const WORDLIKE = /[\p{L}\p{N}_]/u;
/** What may stand before a shortcut or a trigger that could be part of a word: nothing, a blank, an opening sign. */
const OPENS = /^$|[\s([{"'“„«‘—–-]/u;

/**
 * Where the trigger begins that `before` (the text up to the caret) ends with, or null. A trigger of several signs may
 * follow a word ("Thank you;;"); one sign, or one with letters in it, stands at the start of a word. Never one more of the
 * same sign (";;;") and never in an address ("https://" with the trigger "//").
 */
export function triggerAt(before: string, trigger: string): number | null {
  if (trigger === '' || !before.endsWith(trigger)) return null;
  const start = before.length - trigger.length;
  const last = before.charAt(start - 1);
  if (trigger.length === 1 || WORDLIKE.test(trigger)) return OPENS.test(last) ? start : null;
  return last === trigger.charAt(0) || last === ':' || last === '&' ? null : start;
}

/** Letters of a shortcut, and so many of them at most. */
const SHORTCUT = /(\S)([\p{L}\p{N}_-]{2,40})$/u;

/**
 * A shortcut typed in full: the trigger's first sign, at the start of a word, and two letters or more: ";third". In running
 * text a blank follows a semicolon, so nothing reads so by accident; whether there is such a shortcut is for the caller to ask.
 * One letter is none: ";p" and ";D" are smileys. A pack may have such shortcuts all the same: in the palette (";;p") they come first.
 */
export function shortcutAt(before: string, trigger: string): { readonly start: number; readonly shortcut: string } | null {
  const found = SHORTCUT.exec(before);
  if (found === null || trigger === '' || found[1] !== trigger.charAt(0) || WORDLIKE.test(trigger.charAt(0))) return null;
  return OPENS.test(before.charAt(found.index - 1)) ? { start: found.index, shortcut: found[2] ?? '' } : null;
}
