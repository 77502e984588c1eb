import { describe, expect, it } from 'vitest';
import { misread, NOWS, saidIn } from './grid';

const FRAMES = { en: "I'll call you {time}.", pl: 'Zadzwonię {time}.', pt: 'Ligo-lhe {time}.' } as const;

describe.each(['en', 'pl', 'pt'] as const)('times of every notation in %s', (name) => {
  it.each(NOWS)('said at %s %s in %s', (...now) => {
    expect(saidIn(name).map((one) => misread(name, FRAMES[name], one, now)).filter((one) => one !== null)).toEqual([]);
  });
});
