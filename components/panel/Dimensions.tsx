import { useState } from 'react';
import { Disclosure, Tick, useStrings } from '../shared';
import type { CheckName, Dimension, DimensionName, Dimensions as AllDimensions, Hint, Span } from '../../utils/language';
import { usePanel } from './context';

const NAMES = ['matter', 'person', 'process'] as const satisfies readonly DimensionName[];
/** The checks in the order they are read out. */
const CHECKS: Readonly<Record<CheckName, number>> = {
  answer: 0, next_step: 1, clarity: 2,
  greeting_name: 0, acknowledge_feeling: 1, own_words: 2, courtesy: 3, warm_close: 4, ownership: 5,
  what_next: 0, by_when: 1, who: 2, follow_up_offer: 3,
};

/**
 * The three dimensions, one line each: as many dots as there are checks that apply, full where one is met, and beside
 * them what is still missing. Lines keep their height while the reply grows; one opens into its checklist.
 */
export function Dimensions({ dimensions, hints, draft, replyKey }: { dimensions: AllDimensions; hints: readonly Hint[]; draft: string; replyKey: string }) {
  const { t } = useStrings();
  const [open, setOpen] = useState<DimensionName | null>(null);
  return (
    <section className="section dimensions" aria-label={t('panel_dimensions')}>
      {NAMES.map((name) => (
        <Disclosure
          key={name}
          open={open === name}
          onToggle={() => setOpen(open === name ? null : name)}
          summary={<Line name={name} dimension={dimensions[name]} />}
        >
          <Checklist dimension={dimensions[name]} draft={draft} replyKey={replyKey} />
        </Disclosure>
      ))}
      {hints.map((hint) => (
        <Told key={`${hint.kind} ${draft.slice(hint.start, hint.end)}`} hint={hint} replyKey={replyKey} />
      ))}
    </section>
  );
}

/** Worth telling, though no word is wrong: warmth in the wrong measure or place. A click shows where. */
function Told({ hint, replyKey }: { hint: Hint; replyKey: string }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  return (
    <button type="button" className="quote told" title={t('panel_reveal')} onClick={() => panel.command({ do: 'reveal', key: replyKey, span: { start: hint.start, end: hint.end } })}>
      {hint.message}
    </button>
  );
}

function Line({ name, dimension }: { name: DimensionName; dimension: Dimension }) {
  const { t } = useStrings();
  const applying = inOrder([...dimension.present, ...dimension.missing]);
  const missing = inOrder(dimension.missing);
  const words = missing.map((check) => t(`check_${check}_short`)).join(', ');
  return (
    <>
      <span className="dimension-name">{t(`panel_dimension_${name}`)}</span>
      <span className="dots" aria-hidden="true">
        {applying.map((_check, index) => (
          <span key={index} className={index < dimension.present.length ? 'dot is-on' : 'dot'} />
        ))}
      </span>
      {missing.length > 0 && <span className="unseen">{t('panel_dimension_count', { present: dimension.present.length, all: applying.length })} </span>}
      <span className="missing muted">{applying.length === 0 ? t('panel_dimension_none') : missing.length === 0 ? t('panel_dimension_all') : words}</span>
    </>
  );
}

const inOrder = (checks: readonly CheckName[]): readonly CheckName[] => [...checks].sort((a, b) => CHECKS[a] - CHECKS[b]);

function Checklist(props: { dimension: Dimension; draft: string; replyKey: string }) {
  const { dimension } = props;
  const { t } = useStrings();
  const checks = inOrder([...dimension.missing, ...dimension.present]);
  if (checks.length === 0) return <p className="muted">{t('panel_dimension_none_long')}</p>;
  return (
    <ul className="ticks">
      {checks.map((check) => {
        const on = dimension.present.includes(check);
        return (
          <li key={check}>
            <Tick on={on} label={t(on ? 'panel_check_there' : 'panel_check_missing')} />
            <div>
              {t(on ? `check_${check}_there` : `check_${check}_missing`)}
              {on && <Evidence spans={dimension.evidence[check] ?? []} draft={props.draft} replyKey={props.replyKey} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Where a check was seen in the draft; a click shows the place there. */
function Evidence({ spans, draft, replyKey }: { spans: readonly Span[]; draft: string; replyKey: string }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  return spans.slice(0, 2).map((span) => (
    <button
      key={span.start}
      type="button"
      className="quote"
      title={t('panel_reveal')}
      onClick={() => panel.command({ do: 'reveal', key: replyKey, span: { start: span.start, end: span.end } })}
    >
      {t('app_quote', { text: draft.slice(span.start, span.end).trim() })}
    </button>
  ));
}
