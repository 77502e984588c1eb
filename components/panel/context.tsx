import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Clock, Due, WorkingHours } from '../../utils/promises';
import type { Panel } from './model';

interface PanelContext {
  readonly panel: Panel;
  readonly hours: WorkingHours;
  /** The clock promises are read and looked at by. */
  readonly clock: Clock;
  /** Free moments for a promise that named none. */
  readonly offers: readonly Due[];
  /** Address of another page of the extension. */
  readonly page: (path: string) => string;
}

const Context = createContext<PanelContext | null>(null);

export function PanelProvider({ value, children }: { value: PanelContext; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** The panel's hands, for every part of it. */
export function usePanel(): PanelContext {
  const value = useContext(Context);
  if (!value) throw new Error('A part of the panel was shown outside of it');
  return value;
}
