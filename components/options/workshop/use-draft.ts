import { useEffect, useRef, useState } from 'react';
import type { Options } from '../model';
import { textOf } from './draft';
import type { Draft } from './draft';

/** Within a second of the last key the background has it. */
const SAVE_MS = 500;

/** A draft that saves itself: after a pause, and at once where the page goes out of sight. `saved`: what is shown is kept. */
export function useDraft(options: Options, key: string, first: Draft) {
  const [draft, setDraft] = useState(first);
  const [saved, setSaved] = useState(true);
  const latest = useRef({ draft, kept: first });
  useEffect(() => {
    latest.current.draft = draft;
    const save = () => {
      const now = latest.current.draft;
      if (now === latest.current.kept) return;
      void options.ask('draft.save', { id: key, name: textOf(now, 'name'), text: JSON.stringify(now) }).then((answer) => {
        if (answer === null) return;
        latest.current.kept = now;
        setSaved(latest.current.draft === now);
      });
    };
    setSaved(draft === latest.current.kept);
    const timer = setTimeout(save, SAVE_MS);
    const hide = () => document.visibilityState === 'hidden' && save();
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', save);
    };
  }, [draft, key, options]);
  // Another page of the options is no reason to lose the last words.
  useEffect(() => {
    const { current } = latest;
    return () => {
      if (current.draft !== current.kept) void options.ask('draft.save', { id: key, name: textOf(current.draft, 'name'), text: JSON.stringify(current.draft) });
    };
  }, [key, options]);
  return { draft, setDraft, saved };
}
