// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { known, type HostData } from '../../utils/hosts';
import { CASES, tell } from './cases';

const KNOWN_FROM: Readonly<Record<HostData['evidence']['checked'], string>> = {
  application: 'tried on the running program', source: "the program's source", notes: "others' notes of live pages", memory: 'memory: expect gaps',
};
const LACKS: Readonly<Record<string, string>> = { conversation: 'the conversation', customer: "the customer's name", message: 'their message', send: 'the sending' };
/** Best known first: what was tried, what was read in the source, what others noted, what is remembered. */
const ORDER = Object.keys(KNOWN_FROM);

/** The row of a host, from its data and from what is found on the page of ours that shows most. */
function row(host: HostData): string {
  let best: ReturnType<typeof tell> | null = null;
  for (const one of CASES.filter(({ host: id, internal, disagree }) => id === host.id && internal !== true && disagree !== true)) {
    const told = tell(one);
    if (best === null || told.missing.length < best.missing.length) best = told;
    if (best.missing.length === 0) break;
  }
  const lacks = best?.missing.map((key) => LACKS[key] ?? key).join(', ');
  return `| ${host.name} | ${best?.level ?? 'none'} | ${lacks || '–'} | ${KNOWN_FROM[host.evidence.checked]} | ${host.evidence.date} | ${host.match.length > 0 ? 'no' : 'yes, your own address'} |`;
}

it("README's table of hosts says what the data and our pages say", () => {
  const hosts = [...known].sort((one, other) => ORDER.indexOf(one.evidence.checked) - ORDER.indexOf(other.evidence.checked) || one.name.localeCompare(other.name, 'en'));
  const want = ['| host | on a page of ours | not found there | known from | as of | needs switching on |', '| --- | --- | --- | --- | --- | --- |', ...hosts.map(row)];
  const readme = readFileSync('README.md', 'utf8');
  const at = readme.indexOf(want[0] ?? '');
  // Where this fails, the rows to put into README.md are those expected here.
  expect(at < 0 ? [] : readme.slice(at, readme.indexOf('\n\n', at)).split('\n')).toEqual(want);
});
