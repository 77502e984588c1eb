import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Field, Section, useStrings } from '../shared';
import type { ExportedFile } from '../../utils/messages/protocol';
import type { SiteDoor } from './door';
import type { Options } from './model';
import { Taught } from './Taught';

/** `https://desk.example.org/*` → `https://desk.example.org` */
const siteName = (pattern: string): string => pattern.replace(/\/\*$/u, '');
/** People type "desk.example.org": a site without a scheme is taken for https. */
const withScheme = (typed: string): string => (/^[a-z]+:\/\//iu.test(typed) ? typed : `https://${typed}`);

export function Sites({ sites, options, give }: { sites: SiteDoor; options: Options; give: (file: ExportedFile) => void }) {
  const { t } = useStrings();
  const [granted, setGranted] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void sites.granted().then(setGranted);
  }, [sites]);
  const after = async (done: Promise<boolean>, failed: string) => {
    const ok = await done.catch(() => false);
    setProblem(ok ? null : failed);
    if (ok) setTyped('');
    setGranted(await sites.granted());
  };
  const teach = (site: string): void => {
    void options.ask('site.start', { site }).then((answer) => setProblem(answer?.started ? null : 'options_sites_no_page'));
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const pattern = sites.pattern(withScheme(typed.trim()));
    if (pattern === null) return setProblem('options_sites_bad');
    // Asked before anything is awaited: the browser allows it only within the click.
    void after(sites.request(pattern), 'options_sites_refused');
  };
  return (
    <Section title={t('options_sites')} className="section">
      <p className="muted">{t('options_sites_hint')}</p>
      <form className="fields" onSubmit={add}>
        <Field label={t('options_sites_add')}>
          {({ id }) => <input id={id} className="input" type="text" inputMode="url" placeholder="https://desk.example.org" value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        <Button kind="main" type="submit" disabled={typed.trim() === ''}>
          {t('options_sites_switch_on')}
        </Button>
      </form>
      {problem !== null && (
        <p role="alert" className="is-late">
          {t(problem)}
        </p>
      )}
      <ul className="rows" aria-label={t('options_sites')}>
        {granted.map((pattern) => (
          <li key={pattern} className="silenced">
            <span>{siteName(pattern)}</span>
            <span className="choices">
              <Button aria-label={`${t('options_sites_teach')}: ${siteName(pattern)}`} onClick={() => teach(pattern)}>{t('options_sites_teach')}</Button>
              <Button aria-label={`${t('options_sites_switch_off')}: ${siteName(pattern)}`} onClick={() => void after(sites.remove(pattern), 'options_sites_kept')}>{t('options_sites_switch_off')}</Button>
            </span>
          </li>
        ))}
      </ul>
      <Taught options={options} give={give} />
    </Section>
  );
}
