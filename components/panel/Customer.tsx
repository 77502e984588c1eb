import { useState } from 'react';
import { Disclosure, Tick, useClock, useStrings } from '../shared';
import type { Cue, Question, Reading, Span, Stake } from '../../utils/language';
import type { PromiseRecord, ReplyView, Settings } from '../../utils/messages/protocol';
import { waiting } from './waiting';

const cut = (text: string, span: Span): string => text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim();

/** Who writes: name, waiting time against the target, feeling and stakes with their words, questions, earlier promises. */
export function Customer({ view, settings, theirs }: { view: ReplyView; settings: Settings | null; theirs: readonly PromiseRecord[] }) {
  const { t } = useStrings();
  const { customer, analysis, conversation } = view;
  const reading = analysis?.reading ?? null;
  const message = customer.message;
  return (
    <section className="section customer" aria-label={t('panel_customer')}>
      <div className="customer-line">
        <h1>{customer.name ?? customer.address ?? conversation?.title ?? t('panel_customer_unknown')}</h1>
        {customer.since !== null && settings && <Waiting since={customer.since} settings={settings} />}
      </div>
      {view.internal && <p className="muted">{t('panel_internal')}</p>}
      {reading && message !== null && <Feeling reading={reading} message={message} />}
      {reading && message !== null && reading.questions.length > 0 && <Questions questions={reading.questions} message={message} />}
      {theirs.length > 0 && <Theirs promises={theirs} />}
    </section>
  );
}

function Waiting({ since, settings }: { since: string; settings: Settings }) {
  const { t } = useStrings();
  const clock = useClock();
  const { minutes, stands, target } = waiting(since, clock.here.now, clock.here.zone, settings.hours.days, settings.replyTargetHours);
  const tone = stands === 'over' ? 'is-late' : stands === 'near' ? 'is-due' : 'muted';
  const title = t(stands === 'over' ? 'panel_target_over' : 'panel_target', { when: clock.moment(target), away: clock.away(target) });
  return (
    <span className={`waiting ${tone}`} title={title}>
      {t(stands === 'over' ? 'panel_waiting_over' : 'panel_waiting', { time: clock.length(minutes) })}
      <span className="unseen"> {title}</span>
    </span>
  );
}

function uniqueWords(message: string, spans: readonly Span[]): readonly string[] {
  return [...new Set(spans.map((span) => cut(message, span)))].filter((words) => words !== '');
}

function Feeling({ reading, message }: { reading: Reading; message: string }) {
  const { t } = useStrings();
  const [open, setOpen] = useState(false);
  const stakes = [...new Set(reading.stakes.map((stake) => stake.kind))];
  const line = [t(`emotion_${reading.emotion}`), ...stakes.map((kind) => t(`stake_${kind}`))].join(' · ');
  if (reading.cues.length === 0 && reading.stakes.length === 0) return <p>{line}</p>;
  return (
    <Disclosure open={open} onToggle={() => setOpen(!open)} summary={<span className="grow">{line}</span>}>
      <Words reading={reading} message={message} stakes={stakes} />
    </Disclosure>
  );
}

function Words({ reading, message, stakes }: { reading: Reading; message: string; stakes: readonly Stake['kind'][] }) {
  const { t } = useStrings();
  const emotions = [...new Set(reading.cues.map((cue: Cue) => cue.emotion))];
  const rows = [
    ...emotions.map((emotion) => ({ key: emotion, label: t(`emotion_${emotion}`), spans: reading.cues.filter((cue) => cue.emotion === emotion) })),
    ...stakes.map((kind) => ({ key: kind, label: t(`stake_${kind}`), spans: reading.stakes.filter((stake) => stake.kind === kind) })),
  ];
  return (
    <dl className="words">
      {rows.map((row) => (
        <div key={row.key}>
          <dt className="muted">{row.label}</dt>
          {uniqueWords(message, row.spans).map((words) => (
            <dd key={words}>{t('app_quote', { text: words })}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function Questions({ questions, message }: { questions: readonly Question[]; message: string }) {
  const { t } = useStrings();
  return (
    <ul className="ticks" aria-label={t('panel_questions')}>
      {questions.map((question) => (
        <li key={question.start}>
          <Tick on={question.answered === true} label={t(question.answered === true ? 'panel_question_answered' : 'panel_question_open')} />
          <span className="clamp-2" title={cut(message, question)}>
            {cut(message, question)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Theirs({ promises }: { promises: readonly PromiseRecord[] }) {
  const { t, plural } = useStrings();
  const clock = useClock();
  const [open, setOpen] = useState(false);
  const [first] = promises;
  const said = (promise: PromiseRecord) =>
    [t(`promise_${promise.kind}`), promise.due ? clock.due(promise.due) : t('app_due_none')].join(', ');
  const summary = promises.length === 1 && first ? `${plural('panel_theirs', 1)}: ${said(first)}` : plural('panel_theirs', promises.length);
  return (
    <Disclosure open={open} onToggle={() => setOpen(!open)} summary={<span className="grow">{summary}</span>}>
      <ul className="plain-list">
        {promises.map((promise) => (
          <li key={promise.id}>
            <span>{t('app_quote', { text: promise.text })}</span>
            {promise.due && <span className={promise.due && clock.urgency(promise.due) === 'late' ? 'is-late' : 'muted'}> {clock.dueAway(promise.due)}</span>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
