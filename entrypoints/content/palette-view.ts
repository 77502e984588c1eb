import type { Words } from '../../components/inline';
import type { Choice, Field, PaletteView, Preview } from '../../components/palette';
import { missingIn, outlined, type Hole, type HoleName, type Phrase, type Reason } from '../../utils/phrases';
import type { Session } from './palette-session';

/** What a session shows, in the interface's words. @param favourites ids @param off whether a phrase can be switched off from here */
export function paletteView(session: Session, favourites: ReadonlySet<string>, words: Words, off: (phrase: Phrase) => boolean = () => false): PaletteView {
  const { form, phrase } = session;
  if (form !== null) {
    return { is: 'form', title: form.phrase.title, active: session.field, fields: session.holes.map((hole) => fieldOf(hole, words)), preview: previewOf(form.phrase, session, words, null) };
  }
  return {
    is: 'list', active: session.active, count: session.count,
    rows: session.hits.map(({ phrase }) => ({ id: phrase.id, title: phrase.title, shortcut: phrase.shortcut, favourite: favourites.has(phrase.id), ...(phrase === session.phrase && off(phrase) ? { off: true } : {}) })),
    note: session.hits.length > 0 ? null : words(session.ready ? 'palette_none' : 'palette_loading'),
    preview: phrase === null ? null : previewOf(phrase, session, words, session.hits[session.active]?.why ?? null),
  };
}

function previewOf(phrase: Phrase, session: Session, words: Words, why: Reason | null): Preview {
  const missing = missingIn(phrase, session.variables);
  const pack = session.packOf(phrase);
  return {
    lang: phrase.lang, why: whyIn(why, words), from: pack === null ? words('palette_from_own') : words('palette_from_pack', { pack }),
    needs: missing.length === 0 ? null : words('palette_needs', { names: missing.map((name) => labelOf(name, words)).join(', ') }),
    pieces: outlined(phrase, session.variables).map(({ text, hole }) => ({ text, open: hole === null ? null : labelOf(hole, words) })),
  };
}

function whyIn(why: Reason | null, words: Words): string | null {
  switch (why?.is) {
    case undefined: return null;
    case 'missing': return why.text;
    case 'favourite': return words('palette_why_favourite');
    case 'used': return words('palette_why_used');
    case 'stake': return words('palette_why_stake', { stake: words(`stake_${why.stake}`) });
    case 'emotion': return words('palette_why_emotion', { emotion: words(`emotion_${why.emotion}`).toLowerCase() });
    case 'situation': return words('palette_why_situation');
  }
}

function fieldOf({ name, value, needed, choices }: Hole, words: Words): Field {
  return { name, label: labelOf(name, words), value: value ?? '', needed, choices: choices?.map((choice): Choice => ({ value: choice, label: words(name === 'form' ? `palette_form_${choice}` : `palette_gender_${choice}`) })) ?? null };
}

/** "Date"; in Polish phrases a noun with the question of its case. */
function labelOf(name: HoleName, words: Words): string {
  const [variable = '', grammar] = name.split('.');
  const label = words(`palette_var_${variable}`);
  return grammar === undefined ? label : words('palette_case', { name: label, case: words(`palette_case_${grammar}`) });
}
