import { useCallback, useEffect, useState } from 'react';
import { useStrings } from '../../shared';
import type { PackProblem } from '../../../utils/messages/protocol';
import type { PackPhrase } from '../../../utils/phrases/pack';
import type { Options } from '../model';

export interface OwnPhrases {
  readonly phrases: readonly PackPhrase[] | null;
  readonly favourites: ReadonlySet<string>;
  readonly removed: PackPhrase | null;
  /** true where they are kept; else the problem, or null where the background failed, which the page says. */
  save(phrases: readonly PackPhrase[], said: string): Promise<true | PackProblem | null>;
  remove(phrase: PackPhrase): void;
  putBack(): void;
  favour(id: string, on: boolean): void;
}

/** The agent's own phrases and favourites, and what is done to them. */
export function useOwn(options: Options, version: number): OwnPhrases {
  const { t } = useStrings();
  const [phrases, setPhrases] = useState<readonly PackPhrase[] | null>(null);
  const [favourites, setFavourites] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<PackPhrase | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    void options.ask('own.list', {}).then((found) => wanted && found && setPhrases(found.phrases));
    void options.ask('phrase.own', {}).then((found) => wanted && found && setFavourites(new Set(found.own.filter(({ favourite }) => favourite).map(({ phrase }) => phrase))));
    return () => {
      wanted = false;
    };
  }, [options, version, turn]);
  const save = useCallback(async (added: readonly PackPhrase[], said: string) => {
    const answer = await options.ask('own.save', { phrases: added });
    if (answer === null) return null;
    if (!answer.ok) return answer.problem;
    options.say(said);
    setTurn((n) => n + 1);
    return true;
  }, [options]);
  return {
    phrases, favourites, removed, save,
    remove: (phrase) => void options.ask('own.remove', { ids: [phrase.id] }).then((answer) => {
      if (!answer) return;
      setRemoved(phrase);
      setTurn((n) => n + 1);
    }),
    putBack: () => removed && void save([removed], t('options_saved')).then((done) => done === true && setRemoved(null)),
    favour: (id, on) => void options.ask('phrase.favour', { phrase: id, on }).then((answer) => answer && setTurn((n) => n + 1)),
  };
}
