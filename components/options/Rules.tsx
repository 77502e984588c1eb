import { useEffect, useMemo, useState } from 'react';
import { Disclosure, Field, Select, useStrings } from '../shared';
import type { Settings } from '../../utils/messages/protocol';
import { LEFT_KINDS, ruleOfLeft } from '../../utils/phrases';
import { fold } from '../../utils/rules';
import type { AssetName, CatalogueRule } from '../../utils/rules';
import { GovernedNote, useLocked } from './Governed';
import { LANGUAGE_NAMES, LANGUAGES } from './languages';
import type { Spoken } from './languages';
import type { Options } from './model';

const CATEGORIES = ['jargon', 'robotic', 'blame', 'dismissive', 'sarcasm', 'negative', 'binding', 'bias', 'complexity', 'address', 'heat', 'fill'] as const;
/** Rules that no pattern gives; the engine knows them itself. */
const CODED = [
  ['complexity.sentence', 'complexity'], ['complexity.wall', 'complexity'], ['address.mixed', 'address'], ['heat.shouting', 'heat'], ['heat.signs', 'heat'],
  ['negative.bare-refusal', 'negative'], ['jargon.acronym', 'jargon'],
  ['blame.tone', 'blame'], ['dismissive.tone', 'dismissive'], ['sarcasm.tone', 'sarcasm'], ['negative.tone', 'negative'], ['heat.tone', 'heat'], ['robotic.tone', 'robotic'],
  ...LEFT_KINDS.map((kind) => [ruleOfLeft({ kind }), 'fill'] as const),
] as const;

const assetOf = (spoken: Spoken): AssetName => (spoken === 'en' || spoken === 'pl' ? spoken : 'pt');

interface Row extends Pick<CatalogueRule, 'id' | 'category' | 'why' | 'advice'> {
  readonly flags: string | null;
  readonly passes: string | null;
}

/** Every rule that can mark a draft: what the customer hears, an example of each kind, and a switch. */
export function Rules({ settings, options }: { settings: Settings; options: Options }) {
  const { t, language } = useStrings();
  const [spoken, setSpoken] = useState<Spoken>(LANGUAGES.find((one) => one === language) ?? 'en');
  const [query, setQuery] = useState('');
  const [rules, setRules] = useState<readonly CatalogueRule[] | null>(null);
  useEffect(() => {
    let wanted = true;
    setRules(null);
    void options.catalogue(assetOf(spoken)).then((found) => wanted && setRules(found));
    return () => {
      wanted = false;
    };
  }, [options, spoken]);
  const rows = useMemo(() => rowsOf(rules ?? [], spoken, query, t), [rules, spoken, query, t]);
  const off = new Set(settings.silenced);
  const toggle = (id: string) => options.save({ silenced: off.has(id) ? settings.silenced.filter((other) => other !== id) : [...settings.silenced, id] });
  return (
    <>
      <h1>{t('rules_title')}</h1>
      <GovernedNote field="silenced" />
      <div className="fields">
        <Field label={t('rules_language')}>
          {({ id }) => <Select id={id} value={spoken} options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} onPick={setSpoken} />}
        </Field>
        <Field label={t('rules_search')}>
          {({ id }) => <input id={id} className="input" type="search" value={query} onChange={(event) => setQuery(event.currentTarget.value)} />}
        </Field>
      </div>
      {rules !== null && rows.length === 0 && <p className="muted">{t('rules_none')}</p>}
      {CATEGORIES.map((category) => (
        <Category key={`${category} ${query === ''}`} category={category} rows={rows.filter((row) => row.category === category)} open={query !== ''} spoken={spoken} off={off} onToggle={toggle} />
      ))}
    </>
  );
}

function rowsOf(rules: readonly CatalogueRule[], spoken: Spoken, query: string, t: (key: string) => string): readonly Row[] {
  const coded = CODED.map(([id, category]): Row => ({ id, category, why: t(`rule_${id.replace(/[.-]/gu, '_')}`), advice: null, flags: null, passes: null }));
  const words = fold(query).split(/\s+/u).filter((word) => word !== '');
  return [...coded, ...rules.filter(({ only }) => only === null || only === spoken)].filter((row) => {
    const text = fold([row.id, row.why, row.flags, row.advice].filter(Boolean).join(' '));
    return words.every((word) => text.includes(word));
  });
}

interface CategoryProps {
  readonly category: string;
  readonly rows: readonly Row[];
  readonly open: boolean;
  readonly spoken: Spoken;
  readonly off: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function Category({ category, rows, open: first, spoken, off, onToggle }: CategoryProps) {
  const { t, plural } = useStrings();
  const locked = useLocked('silenced');
  const [open, setOpen] = useState(first);
  if (rows.length === 0) return null;
  return (
    <Disclosure summary={`${t(`category_${category}`)} · ${plural('rules_count', rows.length)}`} open={open} onToggle={() => setOpen(!open)}>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.id} className="rule">
            <label className="rule-head">
              <input type="checkbox" checked={!off.has(row.id)} disabled={locked} onChange={() => onToggle(row.id)} /> <span lang={row.flags === null ? undefined : spoken}>{row.why}</span>
            </label>
            {row.flags !== null && (
              <dl className="rule-example" lang={spoken}>
                <dt lang="">{t('rules_marks')}</dt>
                <dd>
                  <Marked text={row.flags} />
                </dd>
                <dt lang="">{t('rules_passes')}</dt>
                <dd>{row.passes}</dd>
                {row.advice !== null && (
                  <>
                    <dt lang="">{t('rules_instead')}</dt>
                    <dd>{row.advice}</dd>
                  </>
                )}
              </dl>
            )}
            <code className="muted">{row.id}</code>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Marked({ text }: { text: string }) {
  return text.split(/[<>]/u).map((part, i) => (i % 2 === 1 ? <mark key={`${i} ${part}`}>{part}</mark> : <span key={`${i} ${part}`}>{part}</span>));
}
