import { useEffect, useMemo, useState } from 'react';
import { Field, Section, Select, useClock, useStrings } from '../shared';
import type { FigureLine } from '../../utils/messages/protocol';
import { kindKey, KINDS } from './kinds';
import type { Options } from './model';

const WEEKS = ['12', '26', '52'] as const;
const PARTS = ['kept', 'moved', 'broken'] as const;
type Part = (typeof PARTS)[number];

/** A line of a chart and of its table. */
interface Line extends Readonly<Record<Part, number>> {
  readonly key: string;
  readonly label: string;
}

/** How promises ended: by week and by kind, as bars with a table beside each. For the agent's own eyes. */
export function Figures({ options, version }: { options: Options; version: number }) {
  const { t } = useStrings();
  const [weeks, setWeeks] = useState<(typeof WEEKS)[number]>('12');
  const rows = useFigures(options, Number(weeks), version);
  const byWeek = useWeeks(rows ?? [], Number(weeks));
  const byKind = useMemo(() => KINDS.map((kind) => summed(kind, t(kindKey(kind)), (rows ?? []).filter((row) => row.kind === kind))).filter((line) => total(line) > 0), [rows, t]);
  const all = summed('all', '', rows ?? []);
  return (
    <>
      <h1>{t('figures_title')}</h1>
      <p className="muted lead">{t('figures_note')}</p>
      <div className="fields">
        <Field label={t('figures_span')}>
          {({ id }) => <Select id={id} value={weeks} options={WEEKS.map((value) => ({ value, label: t('figures_weeks', { count: Number(value) }) }))} onPick={setWeeks} />}
        </Field>
      </div>
      {rows !== null && total(all) === 0 && <p className="muted">{t('figures_none')}</p>}
      {total(all) > 0 && (
        <>
          <Rate line={all} />
          <Legend />
          <Chart title={t('figures_by_week')} head={t('figures_week')} lines={byWeek} />
          <Chart title={t('figures_by_kind')} head={t('figures_kind')} lines={byKind} />
        </>
      )}
    </>
  );
}

const total = (line: Readonly<Record<Part, number>>): number => line.kept + line.moved + line.broken;

function summed(key: string, label: string, rows: readonly FigureLine[]): Line {
  const sum = (part: Part) => rows.reduce((at, row) => at + row[part], 0);
  return { key, label, kept: sum('kept'), moved: sum('moved'), broken: sum('broken') };
}

function useFigures(options: Options, weeks: number, version: number): readonly FigureLine[] | null {
  const [rows, setRows] = useState<readonly FigureLine[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void options.figures(weeks).then((found) => wanted && found && setRows(found));
    return () => {
      wanted = false;
    };
  }, [options, weeks, version]);
  return rows;
}

/** Every week of the span, the latest first; one without any promise has a line of noughts. */
function useWeeks(rows: readonly FigureLine[], weeks: number): readonly Line[] {
  const { here, locale } = useClock();
  return useMemo(() => {
    const today = Temporal.Instant.from(here.now).toZonedDateTimeISO(here.zone).toPlainDate();
    const monday = today.subtract({ days: today.dayOfWeek - 1 });
    const lines = Array.from({ length: weeks }, (_, back) => {
      const week = monday.subtract({ weeks: back });
      const year = week.year === today.year ? {} : { year: 'numeric' as const };
      return summed(week.toString(), week.toLocaleString(locale, { day: 'numeric', month: 'short', ...year }), rows.filter((row) => row.week === week.toString()));
    });
    // What came before the first promise is no week without one.
    return lines.slice(0, lines.findLastIndex((line) => total(line) > 0) + 1);
  }, [rows, weeks, here, locale]);
}

/** Of all that ended: how much was kept as it was said. */
function Rate({ line }: { line: Line }) {
  const { t } = useStrings();
  const { locale } = useClock();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return <p className="rate">{t('figures_rate', { rate: percent.format(line.kept / total(line)), kept: line.kept, all: total(line) })}</p>;
}

/** On narrow pages, where the columns have no room for their words; those are read out all the same. */
function Legend() {
  const { t } = useStrings();
  return (
    <p className="legend muted" aria-hidden="true">
      {PARTS.map((part) => (
        <span key={part}>
          <span className={`bar-part is-${part}`} /> {t(`figures_${part}`)}
        </span>
      ))}
    </p>
  );
}

function Chart({ title, head, lines }: { title: string; head: string; lines: readonly Line[] }) {
  const { t } = useStrings();
  const most = Math.max(1, ...lines.map(total));
  return (
    <Section title={title} className="section">
      <div className="figure-table">
        <table>
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {PARTS.map((part) => (
                <th key={part} scope="col" className="number">
                  <span className={`bar-part is-${part}`} /> <span className="head-words">{t(`figures_${part}`)}</span>
                </th>
              ))}
              <td aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.label}</th>
                {PARTS.map((part) => (
                  <Cell key={part} of={line[part]} />
                ))}
                <td className="bars" aria-hidden="true">
                  <Bars line={line} most={most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Cell({ of }: { of: number }) {
  const { language } = useStrings();
  return <td className={of === 0 ? 'number muted' : 'number'}>{of.toLocaleString(language)}</td>;
}

function Bars({ line, most }: { line: Line; most: number }) {
  return (
    <span className="bars-line">
      {PARTS.map((part) => line[part] > 0 && <span key={part} className={`bar-part is-${part}`} style={{ inlineSize: `${(100 * line[part]) / most}%` }} />)}
    </span>
  );
}
