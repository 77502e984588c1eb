// Node 20 has no Temporal; browsers from Chrome 144 and Firefox 139 have it.
import 'temporal-polyfill/global';
import fc from 'fast-check';

/**
 * The same examples in every run, so that main is red for a change and never by chance; `KEEPWORD_SEED=random npm run test:unit`
 * looks further, and any number repeats a run.
 */
const seed = process.env.KEEPWORD_SEED;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed ?? 20_261_127) });
