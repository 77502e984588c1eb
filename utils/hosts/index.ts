/**
 * The pages we know. `hostOf` names the host of a page, `isReplyEditor` says whether replies are written in an element,
 * `interpret` reads everything the page tells about a reply from its editor outwards, `rememberMessage` keeps a customer's
 * message for hosts whose reply page no longer shows it.
 */
export * from './types';
export { known } from './known';
export { cancelled, hostOf, interpret, isReplyEditor, rememberMessage } from './interpret';
export { schedules, sendActOf, undoes } from './acts';
export { watchThread } from './thread';
export { ownAddress } from './customer';
export { bodyOf, describeSite, taughtId, type Lesson, type Part, type Pointed } from './taught';
export { pointable } from './pointable';
export { pageMemory } from './memory';
export { readQuote } from './quote';
export { bareSubject, clean, instantOf, messageText, person, sameName, shown, upwards } from './strategies';
export { compileTemplate, fitsPattern, idIn } from './templates';
export { practice } from './practice';
