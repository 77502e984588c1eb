export { fold, splitWords, type Word } from './words';
export { grammar, rule, type Reader, type Reading, type Rule, type Taken } from './grammar';
export { dict, digits, look, numbers } from './readers';
export { timeParser, type DateParser, type TimeOrNone } from './scan';
