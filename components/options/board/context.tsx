import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Due, WorkingHours } from '../../../utils/promises';
import type { PromiseRecord } from '../../../utils/messages/protocol';
import type { Options } from '../model';

/** What may be unfolded under a row. */
export type Part = 'detail' | 'later' | 'move' | 'edit' | 'hand';
export interface Opened {
  readonly id: string;
  readonly part: Part;
}

/** The board's hands, for every part of it. */
export interface BoardHands {
  readonly options: Options;
  readonly hours: WorkingHours;
  /** Free moments for a promise that has no date. */
  readonly offers: readonly Due[];
  open(opened: Opened | null): void;
  /** Selects or unselects; with `range`, all from the one touched last. */
  select(id: string, range: boolean): void;
  done(ids: readonly string[]): void;
}

const Context = createContext<BoardHands | null>(null);

export function BoardProvider({ value, children }: { value: BoardHands; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

export function useBoard(): BoardHands {
  const value = useContext(Context);
  if (!value) throw new Error('A part of the board was shown outside of it');
  return value;
}

/** Still wants something. */
export const isLive = ({ status }: Pick<PromiseRecord, 'status'>): boolean => status === 'open' || status === 'tentative';
