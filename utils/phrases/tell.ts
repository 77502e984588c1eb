/** What is said of places left to fill in: for pages that show them and know no language. */
export { tellLeft } from './left/tell';
export { ruleOfLeft } from './left/types';
