import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, IconButton, RovingList, Section, useStrings } from '../shared';
import type { Finding } from '../../utils/language';
import type { ReplyView } from '../../utils/messages/protocol';
import { usePanel } from './context';
import { Change, Others } from './Words';

/** The marks of the draft in their order: what they say, what could stand there, and why. */
export function Marks({ view }: { view: ReplyView }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  const [open, setOpen] = useState<string | null>(null);
  const findings = view.analysis?.findings ?? [];
  if (findings.length === 0) return null;

  const toggle = (id: string) => setOpen(open === id ? null : id);
  const dismiss = (finding: Finding) =>
    panel.command({ do: 'dismiss', key: view.key, rule: finding.rule, text: view.draft.slice(finding.start, finding.end) }, t('panel_dismissed'));
  const keys = (finding: Finding, event: KeyboardEvent, id: string): boolean => {
    if (event.key === 'Delete' || event.key === 'Backspace') dismiss(finding);
    else if (event.key === '?' || (event.key === 'ArrowRight' && open !== id)) toggle(id);
    else if (event.key === 'ArrowLeft' && open === id) toggle(id);
    else return false;
    return true;
  };

  return (
    <Section title={t('panel_marks')} keys={['↑↓', '↵', 'Del', '?']}>
      <RovingList
        label={t('panel_marks')}
        items={findings}
        keyOf={(finding) => `${finding.rule} ${view.draft.slice(finding.start, finding.end)}`}
        onKey={keys}
        className="rows"
        row={(finding, { tabIndex, id }) => (
          <Mark
            finding={finding}
            view={view}
            tabIndex={tabIndex}
            open={open === id}
            onToggle={() => toggle(id)}
            onDismiss={() => dismiss(finding)}
          />
        )}
      />
    </Section>
  );
}

interface MarkProps {
  finding: Finding;
  view: ReplyView;
  tabIndex: 0 | -1;
  open: boolean;
  onToggle: () => void;
  onDismiss: () => void;
}

function Mark({ finding, view, tabIndex, open, onToggle, onDismiss }: MarkProps) {
  const { t } = useStrings();
  const { panel } = usePanel();
  const words = view.draft.slice(finding.start, finding.end);
  const change = { words, span: finding, view, tabIndex, suggestions: finding.suggestions };
  return (
    <div className="mark">
      <div className="mark-line">
        <Change {...change} />
        <IconButton icon="question" label={t('panel_why')} tabIndex={tabIndex} aria-expanded={open} onClick={onToggle} />
        <IconButton icon="close" label={t('panel_dismiss')} tabIndex={tabIndex} onClick={onDismiss} />
      </div>
      <p className={open ? 'muted' : 'muted one-line'}>
        <span className="category">{t(`category_${finding.category}`)}</span> · {finding.message}
      </p>
      {open && (
        <>
          {view.from[finding.rule] !== undefined && <p className="muted">{t('panel_from_pack', { pack: view.from[finding.rule] ?? '' })}</p>}
          <Others {...change} />
          <div className="choices">
            {finding.category === 'jargon' && (
              <Button kind="quiet" tabIndex={tabIndex} onClick={() => panel.command({ do: 'teach', term: words }, t('panel_taught'))}>
                {t('panel_teach')}
              </Button>
            )}
            <Button kind="quiet" tabIndex={tabIndex} onClick={() => panel.command({ do: 'silence', rule: finding.rule }, t('panel_silenced'))}>
              {t('panel_silence')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
