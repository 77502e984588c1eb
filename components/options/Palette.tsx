import { useState } from 'react';
import { Field, useStrings } from '../shared';
import { TRIGGER_MOST, triggerProblem } from '../../utils/phrases';
import type { TriggerProblem } from '../../utils/phrases';
import type { Settings } from '../../utils/messages/protocol';
import type { Options } from './model';

/** The signs that open the phrases at the caret, and whether shortcuts expand. What is no trigger is said at once and not kept. */
export function Palette({ settings, options }: { readonly settings: Settings; readonly options: Options }) {
  const { t } = useStrings();
  const { palette } = settings;
  const [typed, setTyped] = useState(palette.trigger);
  const [problem, setProblem] = useState<TriggerProblem | null>(null);
  const type = (trigger: string) => {
    setTyped(trigger);
    setProblem(triggerProblem(trigger));
  };
  const leave = () => {
    if (typed === palette.trigger) return;
    if (problem === null) options.save({ palette: { ...palette, trigger: typed } });
  };
  return (
    <div className="fields">
      <Field label={t('options_trigger')} hint={problem === null ? t('options_trigger_hint') : t(`options_trigger_problem_${problem}`)}>
        {({ id, hint }) => (
          <input
            id={id}
            className="input"
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={TRIGGER_MOST + 1}
            aria-describedby={hint}
            aria-invalid={problem !== null}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            onBlur={leave}
          />
        )}
      </Field>
      <span className="unseen" role="status">{problem === null ? '' : t(`options_trigger_problem_${problem}`)}</span>
      <label className="rule-head">
        <input type="checkbox" checked={palette.expand} onChange={() => options.save({ palette: { ...palette, expand: !palette.expand } })} />{' '}
        {t('options_expand', { example: `${palette.trigger.charAt(0)}ok` })}
      </label>
      <p className="muted">{t('options_expand_one', { example: `${palette.trigger.charAt(0)}p`, trigger: palette.trigger })}</p>
    </div>
  );
}
