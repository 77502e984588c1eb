/**
 * How large a pack and its parts may be. A pack comes from outside: every bound is a promise that reading it ends soon, and every
 * one is far above what a team of a hundred has. Lengths are UTF-16 code units.
 */
export const BOUNDS = {
  /** Of the file. */
  bytes: 4 * 1024 * 1024,
  /** Objects and lists within each other. */
  depth: 12,
  /** Values in the file, of any kind. */
  values: 250_000,
  /** Fields of one object. */
  members: 500,
  errors: 50,
  /** How much of what was found an error repeats. */
  quoted: 60,

  phrases: 5_000, glossary: 2_000, rules: 500, cues: 500, sets: 100, links: 2_000, holidays: 400, hosts: 20, exercises: 500, changes: 200,

  id: 80, name: 80, title: 120, line: 300, text: 2_000, note: 1_000, message: 4_000, url: 500, shortcut: 24, tag: 40, term: 80,
  tags: 20, forms: 20, plain: 5,
  pattern: 200, patterns: 40, setMember: 60, setMembers: 200, examples: 20, example: 500,
  /** What the patterns of one rule may unfold to, and all of a language's together; the work of it in steps of the compiler (a second at most). */
  ruleStates: 5_000, packStates: 40_000, packWork: 250_000,
} as const;

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;
