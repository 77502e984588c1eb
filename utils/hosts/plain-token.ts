import { known } from './known';

/** What may stand for anything that isn't known to be code. */
const HIDDEN = '~';
/** Longer tokens are addresses, hashes or sentences. */
const LONGEST = 60;

/** Words of the trade: of interfaces, mail and helpdesks. A name made of nothing else says nothing of anybody. */
const TRADE = (
  'account action actions active activity add address after agent alert all aria article assign assignee attach attachment attachments author auto avatar '
  + 'back badge banner bar base before block body bold border bottom box breadcrumb btn bubble button buttons card category cell center chat check checkbox chip chips class clear close col collapse collapsed column columns '
  + 'comment comments commit component compose composer contact container content context control conversation conversations count create current custom customer data date default delete description desktop dialog disabled discard dock '
  + 'document double draft drawer dropdown edit editable editor element email empty end enabled event expand expanded field fields file fill first flex focus folder font footer form forward frame from full '
  + 'grid group grow header heading height hidden hide history hover html icon id image img inbox index info inline inner input insert internal is item items key label large last layer layout left legacy level line link list loading log '
  + 'main manager mark menu message messages meta middle modal mode more move name nav new next none note notes number off on open option options outer overlay page pane panel paragraph parent part parts people perm picker placeholder plain popover popup portal '
  + 'preview primary priority private profile public quick quote quoted read reading recipient recipients ref region reply replies requester rich right role root row rows save schedule scroll search secondary section select selected send sender sent sidebar '
  + 'signature size small solve solved span split stack start state static status sticky stream style sub subject submit subtab suggestion switch tab table tabs tag tags target template test testid text textarea textbox thread threads ticket tickets time title to toggle toolbar '
  + 'tooltip top tray tree trigger type typing undo unread up update user users value variant view viewport views visible wide width window wrap wrapper write writer zone '
  + 'ember react angular vue draft prosemirror ckeditor ck cke tinymce mce tiptap lexical slate quill froala fr roosterjs squire redactor trix summernote zendesk garden'
).split(' ');

/** Names and words that stand in our own descriptions. */
const OURS: { readonly tokens: ReadonlySet<string>; readonly words: ReadonlySet<string> } = (() => {
  const selectors = (JSON.stringify(known.map(({ read, write, recognise }) => [read, write, recognise])).match(/"(?:[^"\\]|\\.)*"/gu) ?? []).map((text) => String(JSON.parse(text)));
  const tokens = new Set(selectors.flatMap((text) => text.match(/[A-Za-z][\w-]*/gu) ?? []));
  return { tokens, words: new Set([...tokens].flatMap((token) => pieces(token).map((piece) => piece.toLowerCase())).filter((piece) => piece.length > 2)) };
})();
const WORDS = new Set([...TRADE, ...OURS.words]);

/** The words of a name: at signs, at digits, at capitals. */
function pieces(token: string): readonly string[] {
  return token.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d]+/gu) ?? [];
}

/**
 * A name from a page's code as far as it is code: words of the trade stand, what else there is becomes "~". Short codes ("aoO", "M9") stand
 * too, unless the page says the same word somewhere. Numbers may be somebody's.
 * @param said see `wordsSaid`
 */
export function plainToken(token: string, said: ReadonlySet<string>): string {
  if (token.length > LONGEST || token.includes('@')) return HIDDEN;
  if (OURS.tokens.has(token) && !said.has(token.toLowerCase())) return token;
  if (isCode(token, said)) return token;
  return pieces(token).map((piece) => {
    if (/^[A-Za-z]+$/u.test(piece)) return WORDS.has(piece.toLowerCase()) ? piece : HIDDEN;
    return /^[-_:]+$/u.test(piece) ? piece : HIDDEN;
  }).join('').replace(/~+/gu, HIDDEN);
}

/** What a builder of pages makes of a name: a few signs of changing case or with digits. */
function isCode(token: string, said: ReadonlySet<string>): boolean {
  return /^[A-Za-z][A-Za-z\d]{1,4}$/u.test(token) && pieces(token).length > 1 && pieces(token).every(({ length }) => length <= 2) && !said.has(token.toLowerCase());
}

/** Does one of our own descriptions name an attribute? */
export const isOurs = (name: string): boolean => OURS.tokens.has(name);

/** All words a page says, in its text and in the attributes that carry text: what stands there is nobody's code. */
export function wordsSaid(document: Document): ReadonlySet<string> {
  const texts = [document.title, document.body?.textContent ?? ''];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) if (name !== 'class' && name !== 'id' && name !== 'style' && value.length < 2000) texts.push(value);
  }
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
}
