import { useEffect, useState } from 'react';
import { Button, Section, useClock, useStrings } from '../../shared';
import type { PackInfo, Requests } from '../../../utils/messages/protocol';
import type { Door } from '../door';
import type { Options } from '../model';
import { LANGUAGES } from '../languages';
import { newDraft, textOf } from './draft';
import type { Draft } from './draft';
import { Editor } from './Editor';

type Kept = Requests['draft.list']['answer']['drafts'];
interface Open {
  readonly id: string;
  readonly draft: Draft;
}

const valueOf = (text: string): Draft | null => {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Draft) : null;
};

/** What lies on the bench and beside it, and what is done with drafts. */
function useBench(options: Options, version: number) {
  const { t, language } = useStrings();
  const [drafts, setDrafts] = useState<Kept>([]);
  const [packs, setPacks] = useState<readonly PackInfo[]>([]);
  const [open, setOpen] = useState<Open | null>(null);
  const [lost, setLost] = useState<Open | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    void options.ask('draft.list', {}).then((answer) => wanted && answer && setDrafts(answer.drafts));
    void options.ask('pack.list', {}).then((answer) => wanted && answer && setPacks(answer.packs.filter(({ locked }) => !locked)));
    return () => {
      wanted = false;
    };
  }, [options, version, turn, open]);
  /** Draft ids are those of packs where one was opened, else free ones. */
  const begin = () => {
    const n = drafts.filter(({ id }) => id.startsWith('new.')).reduce((most, { id }) => Math.max(most, Number(id.slice(4)) || 0), 0) + 1;
    const spoken = LANGUAGES.find((one) => one === language) ?? 'en';
    setOpen({ id: `new.${n}`, draft: newDraft(`team.pack-${n}`, t('workshop_new_name'), spoken) });
  };
  const goOn = async (id: string) => {
    const answer = await options.ask('draft.load', { id });
    const draft = answer?.draft ? valueOf(answer.draft.text) : null;
    if (draft) setOpen({ id, draft });
  };
  const take = async ({ id }: PackInfo) => {
    if (drafts.some((one) => one.id === id)) return goOn(id);
    const answer = await options.ask('pack.text', { id });
    const draft = answer ? valueOf(answer.text) : null;
    if (draft) setOpen({ id, draft });
  };
  const remove = async (id: string) => {
    const answer = await options.ask('draft.load', { id });
    const draft = answer?.draft ? valueOf(answer.draft.text) : null;
    if (draft && (await options.ask('draft.remove', { id }))) setLost({ id, draft });
    setTurn((n) => n + 1);
  };
  const putBack = async ({ id, draft }: Open) => {
    if (await options.ask('draft.save', { id, name: textOf(draft, 'name'), text: JSON.stringify(draft) })) setLost(null);
    setTurn((n) => n + 1);
  };
  return { drafts, packs, open, close: () => setOpen(null), lost, begin, goOn, take, remove, putBack };
}

/** Where packs are made: drafts that were begun, packs that can be gone on with, and the bench. */
export function Workshop({ options, version, door }: { options: Options; version: number; door: Door }) {
  const { t } = useStrings();
  const clock = useClock();
  const { drafts, packs, open, close, lost, begin, goOn, take, remove, putBack } = useBench(options, version);
  if (open) {
    return (
      <>
        <h1>{t('workshop_title')}</h1>
        <Editor key={open.id} options={options} door={door} id={open.id} first={open.draft} onClose={close} />
      </>
    );
  }
  return (
    <>
      <h1>{t('workshop_title')}</h1>
      <p className="muted lead">{t('workshop_about_note')}</p>
      <div className="choices">
        <Button kind="main" onClick={begin}>{t('workshop_new')}</Button>
      </div>
      {lost && (
        <div className="notice is-line" role="status">
          <span>{t('phrases_removed', { title: textOf(lost.draft, 'name') })}</span> <Button onClick={() => void putBack(lost)}>{t('packs_undo')}</Button>
        </div>
      )}
      {drafts.length > 0 && (
        <Section title={t('workshop_drafts')}>
          <ul className="rows">
            {drafts.map(({ id, name, at }) => (
              <li key={id} className="silenced">
                <span>{name || id} <span className="muted">· {clock.moment(at)}</span></span>
                <span className="choices">
                  <Button aria-label={`${t('workshop_go_on')}: ${name}`} onClick={() => void goOn(id)}>{t('workshop_go_on')}</Button>
                  <Button aria-label={`${t('phrases_remove')}: ${name}`} onClick={() => void remove(id)}>{t('phrases_remove')}</Button>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {packs.length > 0 && (
        <Section title={t('workshop_packs')}>
          <ul className="rows">
            {packs.map((pack) => (
              <li key={pack.id} className="silenced">
                <span>{pack.name} <span className="muted">{pack.version}</span></span>
                <Button aria-label={`${t('phrases_edit')}: ${pack.name}`} onClick={() => void take(pack)}>{t('phrases_edit')}</Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
