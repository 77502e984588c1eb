import { useState } from 'react';
import { Button, Field, Section, useClock, useStrings } from '../../shared';
import type { PackProblem } from '../../../utils/messages/protocol';
import type { PackError } from '../../../utils/phrases/pack';
import type { Door } from '../door';
import type { Options } from '../model';
import { Problem } from '../packs/Problem';
import { fileOf, nextVersion, noteOf, textOf, withNote } from './draft';
import type { Draft } from './draft';
import { One } from './One';
import { Signing, useSigns } from './Signing';

/** Version, what is new in it, and the ways out. `sound`: null until the pack was first tried. */
export function Out({ draft, faults, sound, options, door, onDraft }: { draft: Draft; faults: readonly PackError[]; sound: boolean | null; options: Options; door: Door; onDraft: (draft: Draft) => void }) {
  const { t } = useStrings();
  const { here } = useClock();
  const [problem, setProblem] = useState<PackProblem | null>(null);
  const signs = useSigns(options, door);
  const today = () => Temporal.Instant.from(here.now).toZonedDateTimeISO(here.zone).toPlainDate().toString();
  /** The file as it goes out, signed where that is wanted. */
  const text = (): Promise<string | null> => signs.sign(`${JSON.stringify(fileOf(draft), null, 2)}\n`);
  const save = async () => {
    const file = await text();
    if (file !== null) door.give({ name: `${textOf(draft, 'id')}.keepword.json`, mime: 'application/json', text: file });
  };
  const use = async () => {
    const file = await text();
    if (file === null) return;
    const answer = await options.ask('pack.install', { file: { text: file }, source: 'workshop' });
    if (answer === null) return;
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) options.say(t('packs_installed', { name: answer.pack.name, version: answer.pack.version }));
  };
  const bump = () => onDraft({ ...draft, version: nextVersion(textOf(draft, 'version')) });
  return (
    <Section title={t('workshop_out')}>
      <div className="entry-fields">
        <div className="pair">
          <One spec={{ name: 'version', kind: 'line' }} keys={(name) => [`workshop_field_${name}`]} entry={draft} lang="en" faults={faults} onChange={(change) => onDraft({ ...draft, ...change })} />
          <Button className="at-end" onClick={bump}>{t('workshop_bump', { version: nextVersion(textOf(draft, 'version')) })}</Button>
        </div>
        <Field label={t('workshop_note')}>{({ id }) => <textarea id={id} className="input" rows={2} value={noteOf(draft)} onChange={(event) => onDraft(withNote(draft, event.currentTarget.value, today()))} />}</Field>
      </div>
      <Signing signs={signs} />
      {sound === false && <p className="is-due">{t('workshop_not_yet')}</p>}
      {problem && <div role="alert" className="notice is-late"><Problem problem={problem} /></div>}
      <div className="choices">
        <Button kind="main" disabled={!sound} onClick={() => void save()}>{t('workshop_save_file')}</Button>
        <Button disabled={!sound} onClick={() => void use()}>{t('workshop_use')}</Button>
      </div>
    </Section>
  );
}
