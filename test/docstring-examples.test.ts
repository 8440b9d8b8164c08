import { describe, expect, it } from 'vitest';
import type { Example } from './support/docs/examples.ts';
import { examplesBelow, freeNames, run, scopeOf } from './support/docs/examples.ts';

/** Names that stand for what would not fit into an example; what names one of them is read and not run. */
const STAND_INS = [
  ...['context', 'csat', 'mean', 'none', 'pairs', 'parking', 'positions', 'record', 'settled', 'shuttle'],
  ...['a', 'b', 'difference', 'drawn', 'gaps', 'measure', 'reading', 'rules'],
  ...['part', 'scores', 'set', 'slice', 'summary', 'tally', 'text', 'v'],
];
/** Decimals to which a number that is given in full is compared. */
const DECIMALS = 9;

const examples = await Promise.all(
  examplesBelow('shared').map(async (example) => {
    const scope = await scopeOf(example.path);
    return { ...example, scope, free: freeNames(example.code, scope) };
  }),
);
const whole = examples.filter(({ free }) => free.length === 0);

/** `0.333...` stands for every number that begins so, `low 0.1, high 0.2` for an object that has these fields. */
function expected({ value, path }: Example, scope: Readonly<Record<string, unknown>>): unknown {
  if (value === '') throw new RangeError(`expected: an example in ${path} gives no value`);
  const fields = /^\w+ -?\d[\d.]*(, \w+ -?\d[\d.]*)*$/.test(value);
  const object = fields ? `likely({ ${value.replace(/(\w+) (-?\d)/g, '$1: $2')} })` : value;
  const code = object.replace(/(-?\d+\.\d+)\.\.\./g, "begins('$1')");
  return run(code, { ...scope, begins, likely: (has: object): unknown => expect.objectContaining(has) });
}

function begins(digits: string): unknown {
  return expect.toSatisfy((value: unknown) => String(value).startsWith(digits), `begins with ${digits}`);
}

/** Typed arrays as arrays. */
function plain(value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value; // or another list of numbers
}

describe('examples in docstrings of shared', () => {
  it.each(whole)('$path: $code', ({ scope, ...example }) => {
    const actual = plain(run(example.code, scope));
    const value = expected(example, scope);
    if (Array.isArray(value) && value.every(Number.isFinite)) {
      expect(actual).toEqual((value as number[]).map((one): unknown => expect.closeTo(one, DECIMALS)));
    } else if (typeof value === 'number') expect(actual).toBeCloseTo(value, DECIMALS);
    else expect(actual).toEqual(value);
  });

  it('are run but for those with a stand-in', () => {
    expect(whole.length).toBeGreaterThanOrEqual(60);
    const named = new Set(examples.flatMap(({ free }) => free));
    expect([...named].filter((name) => !STAND_INS.includes(name))).toEqual([]);
  });
});
