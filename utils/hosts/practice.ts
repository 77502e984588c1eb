import type { HostData } from './types';
import data from './practice.json';

/** The extension's own practice inbox, described like any other host. */
export const practice = data as unknown as HostData;
