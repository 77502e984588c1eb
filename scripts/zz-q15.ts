import 'temporal-polyfill/global';
import { analyse, createLanguage, loadKnowledge } from '../utils/language';
import { find } from '../utils/promises';
import { compileAssets } from '../utils/rules/compile';
const CLOCK = { now: '2026-11-18T10:00:00+00:00', zone: 'Europe/London', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set<string>() };
const assets = await compileAssets({ lenient: true });
const Ls = new Map<string, any>();
const L = (l: string) => { if (!Ls.has(l)) Ls.set(l, createLanguage(loadKnowledge(assets.find(a => a.name === l.slice(0, 2))!.json), l.startsWith('pt') ? { variety: l as any } : {})); return Ls.get(l); };
import { readFileSync } from 'node:fs';
for (const line of readFileSync(0, 'utf8').split('\n')) { if (!line.trim()) continue; const [l, k, ...r] = line.split('|'); const t = r.join('|').trim(); const lang = L(l!.trim());
 if (k!.trim() === 'c') { const a = analyse(lang, { draft: null, customer: t, customerName: null, promises: [] }).reading!; console.log(l, t, '→', a.emotion, JSON.stringify(a.emotions), a.stakes.map((s: any) => s.kind + ':' + t.slice(s.start, s.end)), 'Q', a.questions.map((q: any) => t.slice(q.start, q.end)), 'cues', a.cues.map((q: any) => q.emotion+':'+t.slice(q.start, q.end))); }
 else { const a = analyse(lang, { draft: t, customer: null, customerName: null, promises: find(lang, t, CLOCK as any) }); console.log(l, t, '→', a.findings.map((f: any) => f.rule + ':' + t.slice(f.start, f.end)), a.dimensions!.person.present); } }
