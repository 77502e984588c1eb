import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button, useStrings } from '../../shared';
import type { PackPreview, PackProblem } from '../../../utils/messages/protocol';
import type { Given } from './Add';
import { Changes, News } from './Changes';
import { Problem } from './Problem';
import { changesTold, isNothing, newsOf } from './told';
import type { Names } from './told';

/** What came of looking at a file. */
export type Looked =
  | { readonly is: 'unread'; readonly name: string }
  | { readonly is: 'wrong'; readonly name: string; readonly problem: PackProblem }
  | { readonly is: 'sound'; readonly given: Given; readonly text: string; readonly preview: PackPreview; readonly names: Names };

/** What a file would change, before it does; or why it is not taken. */
export function Preview({ looked, busy, onApply, onCancel }: { looked: Looked; busy: boolean; onApply: () => void; onCancel: () => void }) {
  const { t } = useStrings();
  if (looked.is === 'unread') return <Told title={t('packs_unread', { name: looked.name })} tone="is-late" />;
  if (looked.is === 'wrong') {
    return (
      <Told title={t('packs_wrong', { name: looked.name })} tone="is-late">
        <Problem problem={looked.problem} />
        <div className="choices">
          <Button onClick={onCancel}>{t('packs_close')}</Button>
        </div>
      </Told>
    );
  }
  const { preview, names, text } = looked;
  const { installed, refused, difference } = preview;
  const nothing = isNothing(preview);
  return (
    <Told title={`${preview.name} ${preview.version}`} tone={refused ? 'is-late' : ''}>
      <p className="muted">{[preview.author, preview.description].filter(Boolean).join(' · ')}</p>
      <p>{installed === null ? t('packs_preview_new') : nothing ? t('packs_preview_same') : t('packs_preview_update', { from: installed.version, to: preview.version })}</p>
      {preview.older && <p className="is-due">{t('packs_preview_older', { from: installed?.version ?? '' })}</p>}
      {preview.signedBy !== null && (
        <p>
          {t('packs_signed')}: <code>{preview.signedBy}</code>
        </p>
      )}
      {refused && <Problem problem={refused} />}
      <Changes changes={difference === null ? newsOf(names, text) : changesTold(difference, names)} />
      <News news={preview.news} />
      <div className="choices">
        {!refused && !nothing && (
          <Button kind="main" disabled={busy} onClick={onApply}>
            {t(installed === null ? 'packs_install' : 'packs_update')}
          </Button>
        )}
        <Button disabled={busy} onClick={onCancel}>
          {t(refused || nothing ? 'packs_close' : 'packs_cancel')}
        </Button>
      </div>
    </Told>
  );
}

/** Takes the focus, so that keyboard and reader stand where the answer is. */
function Told({ title, tone, children }: { title: string; tone: string; children?: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [title]);
  return (
    <section className={`notice preview ${tone}`} aria-label={title}>
      <h3 ref={head} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}
