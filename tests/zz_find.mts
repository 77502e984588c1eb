import 'temporal-polyfill/global';
import { compileLenient } from '/work/main/utils/rules/compile.ts';
import { createLanguage } from '/work/main/utils/language/index.ts';
import { find } from '/work/main/utils/promises/index.ts';
import { readFileSync } from 'node:fs';
const { knowledge } = await compileLenient('pt');
const CLOCK: any = { now: '2026-11-18T10:00:00+00:00', zone: 'Europe/Lisbon', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set() };
const L = createLanguage(knowledge, { variety: (process.argv[2] ?? 'pt-PT') as any });
for (const s of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const f = find(L, s, CLOCK);
  console.log(s, '\n     =>', f.map((p) => `[${s.slice(p.start, p.end)}] ${p.kind}${p.deferred ? '' : ' NOW'}${p.conditional ? ' COND' : ''}${p.vague ? ' VAGUE' : ''} ${p.due ? p.due.start.slice(5, 16) + '/' + p.due.end.slice(5, 16) + ' ' + p.due.precision : 'null'}`).join('  ||  ') || '-');
}
