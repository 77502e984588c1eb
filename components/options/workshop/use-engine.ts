import { useEffect, useMemo, useState } from 'react';
import type { Clash } from '../../../utils/phrases/merge';
import type { Pack, PackError } from '../../../utils/phrases/pack';
import type { Options } from '../model';
import { draftErrors, fileOf, languagesOf } from './draft';
import type { Draft } from './draft';
import type { Engine } from './engine';

/** A pause in typing after which the pack is tried. */
const PAUSE_MS = 400;

/** The engine of the page, loaded when it is first asked. */
export function useEngine(options: Options): () => Promise<Engine> {
  return useMemo(() => {
    let engine: Promise<Engine> | null = null;
    return () => (engine ??= import('./engine').then(({ Engine: Made }) => new Made(async (asset) => {
      const answer = await options.ask('knowledge.get', { asset });
      if (answer === null) throw new Error(`workshop: no knowledge of ${asset}`);
      return answer.json;
    })));
  }, [options]);
}

/** What came of trying a draft. */
export interface Checked {
  /** The draft as a sound pack, or null. */
  readonly pack: Pack | null;
  readonly errors: readonly PackError[];
  readonly clashes: readonly Clash[];
}

/** The draft checked as a file of it would be, after each pause; null until the first answer. */
export function useChecked(engine: () => Promise<Engine>, draft: Draft): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void engine().then(async (made) => {
        const result = await made.check(fileOf(draft), languagesOf(draft));
        const clashes = result.ok ? await made.clashes(result.pack) : [], errors = [...draftErrors(draft), ...(result.ok ? [] : result.errors)];
        if (wanted) setChecked({ pack: result.ok && errors.length === 0 ? result.pack : null, errors, clashes });
        // Without words there is nothing to try; that the background failed, the page says.
      }).catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [engine, draft]);
  return checked;
}
