/** A team's pack on past replies: what it brings shows in the findings, and a faulty one stops everything. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'keepword-'));
function pack(name: string, value: unknown): string {
  const file = join(folder, `${name}.keepword.json`);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}
const HEAD = { keepword: 1, version: '1', languages: ['en', 'pt-BR'] };
const TEAM = pack('team', {
  ...HEAD, id: 'team', name: 'Team', holidays: ['2026-11-19'], workingHours: { days: [1, 2, 3, 4, 5], start: '08:00', end: '16:00' },
  glossary: [{ lang: 'en', term: 'zorbing desk', plain: 'our returns team' }, { lang: 'pt-BR', term: 'mesa zorba', plain: 'nossa equipe de trocas' }],
  rules: [{ id: 'robotic.per-policy', lang: 'en', category: 'blame', find: ['as per our policy'], say: ['what I can do is this'], why: 'Ours.', flags: ['<As per our policy> no.'], passes: ['Our policy changed.'] }],
  phrases: [{ id: 'team.third', lang: 'en', title: 'Third time', text: 'Third time, {first_name|you} — I see it.', at: 'start', gives: ['acknowledge_feeling'], for: { stakes: ['repeat'] }, needs: ['repeat'], words: ['third time i write'] }],
});
const OWN = pack('own', { ...HEAD, id: 'own', name: 'Own', glossary: [{ lang: 'en', term: 'zorbing desk', plain: 'the returns people' }] });
const LINE = { draft: 'Dear Ms Reed,\n\nAs per our policy the zorbing desk cannot help. I will reply within one business day.\n\nKind regards,\nTom', customer: 'This is the third time I write! When will my refund come?', customerName: 'Ann Reed', lang: 'en', now: '2026-11-18T10:00:00+00:00', timeZone: 'Europe/London' };

interface Out { readonly findings: readonly { readonly rule: string; readonly category: string; readonly suggestions: readonly string[] }[]; readonly promises: readonly { readonly due: { readonly end: string } | null }[]; readonly suggestions: readonly { readonly phrase: string }[] }
function run(line: unknown, ...args: string[]): { status: number | null; out: Out[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/analyze.ts', ...args], { input: JSON.stringify(line), encoding: 'utf8', env: { ...process.env, KEEPWORD_LENIENT: '1' } });
  return { status, out: stdout.split('\n').filter((text) => text !== '').map((text) => JSON.parse(text) as Out), stderr };
}

describe('npm run analyze -- --pack', () => {
  it('lays the pack over what is built in: glossary, a rule of the same id, phrases, hours and holidays', () => {
    const plain = run(LINE).out[0], { status, out: [team], stderr } = run(LINE, '--pack', TEAM);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(plain?.findings.map(({ rule, category }) => [rule, category])).toContainEqual(['robotic.per-policy', 'robotic']);
    expect(plain?.findings.some(({ rule }) => rule === 'term.zorbing-desk')).toBe(false);
    expect(team?.findings.map(({ rule, category }) => [rule, category])).toEqual(expect.arrayContaining([['robotic.per-policy', 'blame'], ['term.zorbing-desk', 'jargon']]));
    expect(team?.findings.some(({ category }) => category === 'robotic')).toBe(false);
    expect(team?.findings.find(({ rule }) => rule === 'term.zorbing-desk')?.suggestions).toEqual(['our returns team']);
    expect(team?.suggestions.map(({ phrase }) => phrase)).toContain('team.third');
    // The 19th is a holiday of the team's, and its day ends at four: one business day on is the 20th.
    expect(plain?.promises[0]?.due?.end).toMatch(/^2026-11-19T/);
    expect(team?.promises[0]?.due?.end).toMatch(/^2026-11-20T/);
  }, 120_000);

  it('takes several: the later wins', () => {
    const last = (...args: string[]) => run(LINE, ...args).out[0]?.findings.find(({ rule }) => rule === 'term.zorbing-desk')?.suggestions;
    expect(last('--pack', TEAM, '--pack', OWN)).toEqual(['the returns people']);
    expect(last('--pack', OWN, '--pack', TEAM)).toEqual(['our returns team']);
  }, 120_000);

  it('tells every fault of every file and analyses nothing', () => {
    const bad = pack('bad', { ...HEAD, id: 'bad', name: 'Bad', phrases: [{ id: 'x', lang: 'en', title: 'X', text: 'y'.repeat(3204) }], glossary: [{ lang: 'en', term: '' }] });
    const { status, out, stderr } = run(LINE, '--pack', bad, '--pack', pack('cut', '{"keepword": 1,\n "id": '), '--pack', TEAM, '--pack', TEAM);
    expect(status).toBe(2);
    expect(out).toEqual([]);
    expect(stderr).toContain('bad.keepword.json: phrases[0].text: 3,204 characters, at most 2,000');
    expect(stderr).toContain('bad.keepword.json: glossary[0].term: empty');
    expect(stderr).toContain('cut.keepword.json: not JSON from line 2, column 8 on');
    expect(stderr).toContain('a pack called "team" is given already');
  }, 120_000);
});
