import 'temporal-polyfill/global';
import { createLanguage, loadKnowledge } from '/work/main/utils/language';
import { find } from '/work/main/utils/promises';
import { compileAssets } from '/work/main/utils/rules/compile';
import { reply } from '/work/main/scripts/bench/texts';
const CLOCK = { now: '2026-11-18T10:00:00+00:00', zone: 'Europe/London', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set<string>() };
const asset=(await compileAssets()).find(a=>a.name==='en')!; const k=loadKnowledge(asset.json); const L=createLanguage(k);
const T: Record<string,number>={parse:0,commit:0,clause:0,find:0,find2:0};
const t=(n:string,f:()=>any)=>{const b=process.cpuUsage();const r=f();const {user,system}=process.cpuUsage(b);T[n]!+=(user+system)/1000;return r;};
const go=(d:string)=>{const p=t('parse',()=>{const p=L.parse(d);p.hits('wording');return p});t('commit',()=>p.hits('commit'));t('clause',()=>{for(const s of p.sentences) if(p.hitsIn(s,'commit').length)p.hitsIn(s,'clause')});t('find',()=>find(L,d,CLOCK));t('find2',()=>find(L,d,CLOCK));};
const N=Number(process.argv[2]??100);
let s=1; for(let i=0;i<200;i++) go(reply(200,s++)); for(const n in T)T[n]=0; for(let i=0;i<N;i++) go(reply(200,s++)); console.log('full',Object.fromEntries(Object.entries(T).map(([n,v])=>[n,(v/N).toFixed(3)])));
const base=reply(1000,s++); go(base); for(const n in T)T[n]=0; const m=base.indexOf(' ',base.length/2); for(let i=0;i<100;i++) go(`${base.slice(0,m)} ${'typing'.repeat(30).slice(0,i+1)}${base.slice(m)}`); console.log('key',Object.fromEntries(Object.entries(T).map(([n,v])=>[n,(v/100).toFixed(3)])));
{const bs:number[]=[];for(let k=0;k<15;k++){T.find=0;for(let i=0;i<40;i++){const d=reply(200,s++);const p=L.parse(d);p.hits('wording');p.hits('commit');t('find',()=>find(L,d,CLOCK));}bs.push(T.find!/40);}console.log('batches',bs.map(b=>b.toFixed(2)).join(' '));}
