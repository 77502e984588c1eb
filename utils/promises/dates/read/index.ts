export { fold, splitWords, type Word } from './words';
export { grammar, rule, type Reader, type Reading, type Rule, type Taken } from './grammar';
export { dict, digits, look, numbers } from './readers';
export { needsOf, timeParser, type DateParser, type TimeLanguage, type TimeOrNone } from './scan';
