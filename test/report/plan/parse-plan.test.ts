import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../report/plan/parse-plan.ts';
import { someEntry, somePlan } from '../support/some-plan.ts';

describe('parsePlan(input)', () => {
  it('reads what was exported, word for word', () => {
    const input: unknown = JSON.parse(JSON.stringify(somePlan()));
    expect(parsePlan(input)).toEqual({ ok: true, value: somePlan() });
  });

  it('does without times, figure to beat and due', () => {
    const { attribute, label, now, action, responsible } = someEntry();
    const { value, se, n, low, high, min, max } = now;
    const bare = { attribute, label, action, responsible, now: { value, se, n, low, high, min, max } };
    expect(parsePlan(somePlan({ entries: [bare] })).ok).toBe(true);
  });

  const { now } = someEntry();
  it.each([
    ['no object', 7, '', 'fourfold-plan'],
    ['another format', { ...somePlan(), format: 'fourfold-map' }, 'format', 'fourfold-plan'],
    ['a later version', { ...somePlan(), version: 2 }, 'version', 'newer report'],
    ['a field too many', { ...somePlan(), owner: 'x' }, 'owner', 'remove it'],
    ['no entries', { ...somePlan(), entries: undefined }, 'entries', ''],
    ['an id that is a path', { ...somePlan(), id: '../../etc' }, 'id', '8 to 64'],
    ['a time that is none', { ...somePlan(), editedAt: 'yesterday' }, 'editedAt', '2026'],
    [
      'a due that is no day',
      somePlan({ entries: [someEntry({ due: '2026-02-30' })] }),
      'entries[0].due',
      '2026-05-31',
    ],
    [
      'a due in words',
      somePlan({ entries: [someEntry({ due: '31.5.26' })] }),
      'entries[0].due',
      '2026-05-31',
    ],
    [
      'one answer',
      somePlan({ entries: [someEntry({ now: { ...now, n: 1 } })] }),
      'entries[0].now.n',
      '2 answers',
    ],
    [
      'a value outside its interval',
      somePlan({ entries: [someEntry({ now: { ...now, low: 3.1 } })] }),
      'entries[0].now.value',
      'low ≤ value',
    ],
    [
      'a value off its scale',
      somePlan({ entries: [someEntry({ now: { ...now, max: 2 } })] }),
      'entries[0].now.value',
      'scale',
    ],
    ['NaN', somePlan({ entries: [someEntry({ beat: Number.NaN })] }), 'entries[0].beat', 'number'],
    [
      'a text too long',
      somePlan({ entries: [someEntry({ action: 'x'.repeat(2001) })] }),
      'entries[0].action',
      'shorten',
    ],
    ['a service twice', somePlan({ entries: [someEntry(), someEntry()] }), 'entries[1]', 'leave one'],
  ])('names place and remedy of %s', (_, input, path, remedy) => {
    const plan = parsePlan(input);
    expect(plan.ok).toBe(false);
    if (plan.ok) return;
    expect(plan.issues.map((issue) => issue.path)).toContain(path);
    expect(plan.issues.map(({ message }) => message).join()).toContain(remedy);
  });
});
