/**
 * `npm run bench`: a table; `npm run --silent bench -- --json`: one object of numbers. Ratios and bytes are comparable from
 * machine to machine; milliseconds are CPU time of this machine, upper bounds where it is busy.
 */
import 'temporal-polyfill/global';
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { engineFigures } from './bench/engine';
import { ledgerFigures } from './bench/ledger';
import { matcherFigures } from './bench/matcher';
import { idlePage } from './bench/page';
import { paletteFigures } from './bench/palette';
import { sizes } from './bench/sizes';
import { BUILD } from './browsers';
import { Plain, command, run } from './environment';

const round = (value: number): number => (value >= 1000 ? Math.round(value) : Number(value.toPrecision(3)));

await command(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
  try {
    statSync(BUILD.chromium);
  } catch {
    if ((await run('npm', ['run', '--silent', 'build'])) !== 0) throw new Plain('The build failed.');
  }
  const figures: Record<string, number> = { ...(await engineFigures()), ...(await matcherFigures()), ...(await paletteFigures()), ...sizes(), idle_page_ms_per_s: await idlePage(), ...(await ledgerFigures()) };
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]));
  if (values.json) console.log(JSON.stringify(rounded));
  else {
    console.log('| figure | value |\n| --- | --- |');
    for (const [name, value] of Object.entries(rounded)) console.log(`| ${name} | ${value} |`);
  }
  return 0;
});
