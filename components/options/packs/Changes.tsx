import { useStrings } from '../../shared';
import type { PackPreview } from '../../../utils/messages/protocol';
import type { PartChange } from './told';

/** More names than these in one list are counted. */
const NAMED = 12;
/** Parts that are kept and given on, and that nothing uses yet. */
const UNUSED: ReadonlySet<string> = new Set(['exercises']);
const KINDS = ['added', 'changed', 'removed'] as const;
const MARKS = { added: '+', changed: '~', removed: '−' } as const;

/** What a version brings, changes and takes away, list by list. */
export function Changes({ changes }: { changes: readonly PartChange[] }) {
  const { t, plural, has } = useStrings();
  const told = (part: PartChange['part'], name: string) => (part === 'other' && has(`packs_field_${name}`) ? t(`packs_field_${name}`) : name);
  return changes.map((change) => (
    <div key={change.part} className="part-change">
      <h4>{t(`packs_list_${change.part}`)}</h4>
      {UNUSED.has(change.part) && <p className="muted">{t('packs_unused')}</p>}
      {KINDS.filter((kind) => change[kind].length > 0).map((kind) => (
        <div key={kind} className={`change is-${kind}`}>
          <p>
            <span aria-hidden="true">{MARKS[kind]} </span>
            {t(`packs_${kind}`)} · {change[kind].length}
          </p>
          <ul>
            {change[kind].slice(0, NAMED).map((name, index) => (
              <li key={`${index} ${name}`}>{told(change.part, name)}</li>
            ))}
            {change[kind].length > NAMED && <li className="muted">{plural('packs_and_more', change[kind].length - NAMED)}</li>}
          </ul>
        </div>
      ))}
    </div>
  ));
}

/** What the author wrote of the latest versions. */
export function News({ news }: { news: PackPreview['news'] }) {
  const { t } = useStrings();
  if (news.length === 0) return null;
  return (
    <div className="part-change">
      <h4>{t('packs_notes')}</h4>
      <ul>
        {news.slice(0, NAMED).map(({ version, date, text }, index) => (
          <li key={`${index} ${version}`}>
            <span className="strong">{version}</span>
            {date !== null && <span className="muted"> · {date}</span>} {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
