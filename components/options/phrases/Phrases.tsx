import { useStrings } from '../../shared';
import type { Door } from '../door';
import { LANGUAGES } from '../languages';
import type { Options } from '../model';
import { Export, Import } from './Exchange';
import { Library } from './Library';
import { Own } from './Own';
import { useOwn } from './use-own';

/** The agent's own phrases, and all there are. */
export function PhrasesPage({ options, version, door }: { options: Options; version: number; door: Door }) {
  const { t, language } = useStrings();
  const own = useOwn(options, version);
  const spoken = LANGUAGES.find((one) => one === language) ?? 'en';
  return (
    <>
      <h1>{t('phrases_title')}</h1>
      <p className="muted lead">{t('phrases_note')}</p>
      <Own own={own} spoken={spoken} />
      <Import own={own} spoken={spoken} />
      <Export own={own} door={door} />
      <Library options={options} version={version} first={spoken} own={own} />
    </>
  );
}
