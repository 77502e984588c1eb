import { Button, IconButton, RovingList, Section, useStrings } from '../shared';
import { ruleOfLeft, tellLeft } from '../../utils/phrases/tell';
import type { Left as Place } from '../../utils/phrases';
import type { ReplyView } from '../../utils/messages/protocol';
import { usePanel } from './context';
import { Change, Others } from './Words';

/** What is still to fill in before the reply goes out: it is told, and holds nothing up. */
export function Left({ view }: { view: ReplyView }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  if (view.left.length === 0) return null;
  const textOf = ({ start, end }: Place) => view.draft.slice(start, end);
  const dismiss = (left: Place) => panel.command({ do: 'dismiss', key: view.key, rule: ruleOfLeft(left), text: textOf(left) }, t('panel_dismissed'));
  return (
    <Section title={t('left_title')} keys={['↑↓', '↵', 'Del']}>
      <RovingList
        label={t('left_title')}
        items={view.left}
        keyOf={(left) => `${left.kind} ${textOf(left)}`}
        onKey={(left, event) => {
          if (event.key !== 'Delete' && event.key !== 'Backspace') return false;
          dismiss(left);
          return true;
        }}
        className="rows"
        row={(left, { tabIndex }) => <Line left={left} words={textOf(left)} view={view} tabIndex={tabIndex} onDismiss={() => dismiss(left)} />}
      />
    </Section>
  );
}

interface LineProps {
  left: Place;
  words: string;
  view: ReplyView;
  tabIndex: 0 | -1;
  onDismiss: () => void;
}

function Line({ left, words, view, tabIndex, onDismiss }: LineProps) {
  const { t } = useStrings();
  const { panel } = usePanel();
  const change = { words, span: left, view, tabIndex, suggestions: left.suggestions };
  return (
    <div className="mark">
      <div className="mark-line">
        <Change {...change} />
        <IconButton icon="close" label={t('panel_dismiss')} tabIndex={tabIndex} onClick={onDismiss} />
      </div>
      <p className="muted">{tellLeft(left, t)}</p>
      <Others {...change} />
      <div className="choices">
        <Button kind="quiet" tabIndex={tabIndex} onClick={() => panel.command({ do: 'silence', rule: ruleOfLeft(left) }, t('panel_silenced'))}>
          {t('panel_silence')}
        </Button>
      </div>
    </div>
  );
}
