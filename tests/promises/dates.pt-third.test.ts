import { describe, expect, it } from 'vitest';
import { find, type Clock } from '../../utils/promises';
import { languageOf } from './help';

const language = await languageOf('pt');
const CLOCK: Clock = { now: '2026-12-01T11:20:00-03:00', zone: 'America/Sao_Paulo', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set() };

/** [when, window as "month-day hour / month-day hour precision", or null where no date may be told]. */
const CASES: readonly (readonly [when: string, due: string | null])[] = [
  ['sexta desta semana', '12-04 09:00 / 12-04 18:00 day'],
  ['sexta agora', '12-04 09:00 / 12-04 18:00 day'],
  ['sexta depois das 14h', '12-04 14:00 / 12-04 18:00 part_of_day'],
  ['07/12 às 9h', '12-07 09:00 / 12-07 09:00 minute'],
  ['9/12 de manhã', '12-09 09:00 / 12-09 12:00 part_of_day'],
  ['9/12, das 10h às 12h', '12-09 10:00 / 12-09 12:00 hour'],
  ['no próximo dia 15 de janeiro', '01-15 09:00 / 01-15 18:00 day'],
  ['no mês que vem, dia 5', '01-05 09:00 / 01-05 18:00 day'],
  ['até o dia 31 do mês que vem', '12-01 11:20 / 01-31 18:00 day'],
  ['na segunda depois do Carnaval', null],
  ['na semana a seguir ao Natal', null],
  ['no voo das 6h10 de amanhã', null],
  ['na sexta-feira Santa', null],
  ['na primeira segunda de janeiro', null],
  ['de hoje para amanhã', '12-01 11:20 / 12-02 18:00 day'],
  ['de hoje até sexta', '12-01 11:20 / 12-04 18:00 day'],
  ['na quinta, o mais tardar na sexta', '12-03 09:00 / 12-04 18:00 day'],
  ['até o dia 5 do mês seguinte', null],
  ['amanhã às 6h45', '12-02 06:45 / 12-02 06:45 minute'],
  ['amanhã ou depois', '12-02 09:00 / 12-03 18:00 day'],
  ['hoje ou no máximo amanhã', '12-01 11:20 / 12-02 18:00 day'],
  ['até segunda ou terça', '12-01 11:20 / 12-08 18:00 day'],
  ['até, no máximo, sexta', '12-01 11:20 / 12-04 18:00 day'],
  ['até a meia-noite de sexta', '12-01 11:20 / 12-04 23:59 minute'],
  ['à meia-noite de sexta', null],
  ['na madrugada de sexta para sábado', null],
  ['depois do feriado do dia 8', null],
  ['de amanhã em diante', null],
  ['não na quinta, mas na sexta', '12-04 09:00 / 12-04 18:00 day'],
  ['na sexta, em vez de quinta', '12-04 09:00 / 12-04 18:00 day'],
  ['entre 2 e 4 da tarde', '12-01 14:00 / 12-01 16:00 hour'],
  ['às 15 pras 3', '12-01 14:45 / 12-01 14:45 minute'],
  ['até 24 horas', '12-01 11:20 / 12-02 11:20 hour'],
];

describe('Portuguese days that are easily read as others', () => {
  it.each(CASES)('%s', (when, due) => {
    const [one, ...more] = find(language, `Eu te ligo ${when}.`, CLOCK);
    expect(more).toEqual([]);
    const [start, end] = [one?.due?.start, one?.due?.end].map((iso) => iso?.slice(5, 16).replace('T', ' '));
    expect(one?.due ? `${start ?? ''} / ${end ?? ''} ${one.due.precision}` : null).toBe(due);
  });
});
