import { Icon, Notice, RovingList, Section, useStrings } from '../shared';
import type { ReplyView } from '../../utils/messages/protocol';
import { usePanel } from './context';

const SHOWN = 3;

/** Phrases for this customer; a click or Enter puts one at the caret of the reply. */
export function Suggestions({ view }: { view: ReplyView }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  const suggestions = view.suggestions.slice(0, SHOWN);
  if (suggestions.length === 0 && !view.clipboard) return null;
  return (
    <Section title={t('panel_suggestions')} keys={['↑↓', '↵']}>
      {view.clipboard && <Notice tone="due">{t('panel_clipboard')}</Notice>}
      <RovingList
        label={t('panel_suggestions')}
        items={suggestions}
        keyOf={(suggestion) => suggestion.phrase}
        className="rows"
        row={(suggestion, { tabIndex }) => (
          <button
            type="button"
            className="suggestion"
            tabIndex={tabIndex}
            data-main
            lang={view.analysis?.lang}
            onClick={() =>
              panel.command({ do: 'insert', key: view.key, text: suggestion.text, phrase: suggestion.phrase }, t('panel_inserted'))
            }
          >
            <span className="grow">
              <span className="clamp-3" title={suggestion.text}>
                {suggestion.text}
              </span>
              <span className="why muted">{[suggestion.why, view.from[suggestion.phrase]].filter(Boolean).join(' · ')}</span>
            </span>
            <Icon name="insert" />
          </button>
        )}
      />
    </Section>
  );
}
