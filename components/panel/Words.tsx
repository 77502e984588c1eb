import { useStrings } from '../shared';
import type { Span } from '../../utils/language';
import type { ReplyView } from '../../utils/messages/protocol';
import { usePanel } from './context';

interface WordsProps {
  readonly words: string;
  readonly span: Span;
  readonly replyKey: string;
  readonly tabIndex: 0 | -1;
  /** It is what Enter presses in its row. */
  readonly main?: boolean;
}

/** Words as they stand in the draft; a click shows them there. */
export function Words({ words, span: { start, end }, replyKey, tabIndex, main = false }: WordsProps) {
  const { t } = useStrings();
  const { panel } = usePanel();
  return (
    <button
      type="button"
      className="mark-words"
      tabIndex={tabIndex}
      title={t('panel_reveal')}
      data-main={main ? true : undefined}
      onClick={() => panel.command({ do: 'reveal', key: replyKey, span: { start, end } })}
    >
      <span className="clamp-2">{words}</span>
    </button>
  );
}

export interface Change {
  readonly words: string;
  readonly span: Span;
  readonly view: ReplyView;
  readonly tabIndex: 0 | -1;
  readonly suggestions: readonly string[];
}

/** What takes the place of the words, told once it does. */
function useTake({ words, span: { start, end }, view }: Change): (text: string) => void {
  const { t } = useStrings();
  const { panel } = usePanel();
  return (text) => panel.command({ do: 'replace', key: view.key, span: { start, end }, expect: words, text }, t('panel_replaced'));
}

/** The words, and what could stand there first of all. */
export function Change(change: Change) {
  const { words, span, view, tabIndex, suggestions: [first] } = change;
  const take = useTake(change);
  return (
    <div className="mark-change">
      <Words words={words} span={span} replyKey={view.key} tabIndex={tabIndex} main={first === undefined} />
      {first !== undefined && <Take text={first} tabIndex={tabIndex} main onTake={take} lang={view.analysis?.lang} />}
    </div>
  );
}

/** What else could stand there. */
export function Others(change: Change) {
  const take = useTake(change);
  return change.suggestions.slice(1).map((text) => <Take key={text} text={text} tabIndex={change.tabIndex} onTake={take} lang={change.view.analysis?.lang} />);
}

function Take(props: { text: string; tabIndex: 0 | -1; main?: boolean; onTake: (text: string) => void; lang: string | undefined }) {
  const { t } = useStrings();
  return (
    <button
      type="button"
      className="take"
      tabIndex={props.tabIndex}
      data-main={props.main}
      aria-label={props.text === '' ? t('panel_take_away') : t('panel_take', { text: props.text })}
      onClick={() => props.onTake(props.text)}
    >
      <span aria-hidden="true">→</span>
      <span className="clamp-3" lang={props.lang}>
        {props.text === '' ? t('panel_take_away') : props.text}
      </span>
    </button>
  );
}
