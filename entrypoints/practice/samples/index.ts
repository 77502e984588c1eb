import { en } from './en';
import { pl } from './pl';
import { ptBR } from './pt-br';
import { ptPT } from './pt-pt';
import type { Sample } from './types';

export type { Sample, SampleMessage } from './types';
/** Sample customers in the languages that are equals here. */
export const SAMPLES: readonly Sample[] = [...en, ...ptBR, ...ptPT, ...pl];
