import 'temporal-polyfill/global';
import { analyse, createLanguage, loadKnowledge } from '../utils/language';
import { compileAssets } from '../utils/rules/compile';
import { CUSTOMER, reply } from './bench/texts';
const asset = (await compileAssets({ lenient: true })).find(a => a.name === 'en')!; const L = createLanguage(loadKnowledge(asset.json));
const mode = process.argv[2]; let s = 1;
const med = (xs: number[]) => xs.sort((a, b) => a - b)[xs.length >> 1]!.toFixed(3);
const clock = () => { const c = process.cpuUsage(); return (c.user + c.system) / 1000; };
for (let i = 0; i < 80; i++) { const d = reply(200, s++); L.parse(d).hits('wording'); analyse(L, { draft: d, customer: CUSTOMER, customerName: 'Margaret Ellis', promises: [] }); }
if (mode !== 'key') { const P: number[] = [], A: number[] = [];
 for (let r = 0; r < 15; r++) { const ds = Array.from({ length: 20 }, () => reply(200, s++)); let t = clock(); for (const d of ds) L.parse(d).hits('wording'); P.push((clock() - t) / 20); t = clock(); for (const d of ds) analyse(L, { draft: d, customer: CUSTOMER, customerName: 'Margaret Ellis', promises: [] }); A.push((clock() - t) / 20); }
 console.log('200 words: parse', med(P), 'analyse', med(A)); }
const K: number[] = [], KP: number[] = []; 
for (let r = 0; r < 15; r++) { const base = reply(1000, s++); const m = base.indexOf(' ', base.length / 2); L.parse(base).hits('wording'); analyse(L, { draft: base, customer: CUSTOMER, customerName: 'Margaret Ellis', promises: [] });
 const ds = Array.from({ length: 20 }, (_, i) => `${base.slice(0, m)} ${'typing'.repeat(30).slice(0, i + 1)}${base.slice(m)}`);
 let t = clock(); for (const d of ds) L.parse(d).hits('wording'); KP.push((clock() - t) / 20); t = clock(); for (const d of ds) analyse(L, { draft: d, customer: CUSTOMER, customerName: 'Margaret Ellis', promises: [] }); K.push((clock() - t) / 20); }
console.log('key at 1000: parse', med(KP), 'analyse', med(K));
