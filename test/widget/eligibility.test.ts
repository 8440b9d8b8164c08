import { describe, expect, it } from 'vitest';
import type { When } from '../../shared/questionnaire/questionnaire.ts';
import type { Facts } from '../../widget/eligibility.ts';
import { matchesPath, refusal } from '../../widget/eligibility.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 15, 12);

function refused(when: When, known: Partial<Facts> = {}): string | undefined {
  return refusal(when, { now: NOW, path: '/', draw: 0.5, privacySignal: false, consent: false, ...known });
}

describe('refusal(when, facts)', () => {
  it('lets everyone be asked where nothing is said', () => {
    expect(refused({})).toBeUndefined();
  });

  it('waits for consent before anything else is looked at', () => {
    expect(refused({ requireConsent: true, sample: 0 })).toBe('waiting for consent');
    expect(refused({ requireConsent: true }, { consent: true })).toBeUndefined();
  });

  it('honours a privacy signal unless the owner ignores it', () => {
    expect(refused({}, { privacySignal: true })).toBe('privacySignals');
    expect(refused({ privacySignals: 'honour' }, { privacySignal: true })).toBe('privacySignals');
    expect(refused({ privacySignals: 'ignore' }, { privacySignal: true })).toBeUndefined();
  });

  it('counts the first and the last day in', () => {
    expect(refused({ from: '2026-06-16' })).toBe('from');
    expect(refused({ from: '2026-06-15', until: '2026-06-15' })).toBeUndefined();
    expect(refused({ until: '2026-06-14' })).toBe('until');
  });

  it('asks on a path that one pattern matches, and on none that is excluded', () => {
    expect(refused({ url: ['/shop', '/checkout/*'] }, { path: '/checkout/done' })).toBeUndefined();
    expect(refused({ url: ['/checkout/*'] }, { path: '/checkout' })).toBe('url');
    expect(refused({ notUrl: ['/account*'] }, { path: '/account/orders' })).toBe('notUrl');
    expect(refused({ notUrl: ['/account*'] }, { path: '/' })).toBeUndefined();
  });

  it('takes a draw below the share, and not the share itself', () => {
    expect(refused({ sample: 0.5 }, { draw: 0.4999 })).toBeUndefined();
    expect(refused({ sample: 0.5 }, { draw: 0.5 })).toBe('sample');
    expect(refused({ sample: 0 }, { draw: 0 })).toBe('sample');
    expect(refused({ sample: 1 }, { draw: 0.9999 })).toBeUndefined();
  });

  it('keeps a visitor who was taken when the share is raised', () => {
    for (const draw of [0, 0.1, 0.24, 0.26, 0.9]) {
      if (refused({ sample: 0.25 }, { draw }) === undefined)
        expect(refused({ sample: 0.5 }, { draw })).toBeUndefined();
    }
  });

  it('rests 90 days after an answer and 30 after a refusal, when nothing is said', () => {
    expect(refused({}, { answeredAt: NOW - 90 * DAY + 1 })).toBe('repeatDays');
    expect(refused({}, { answeredAt: NOW - 90 * DAY })).toBeUndefined();
    expect(refused({}, { dismissedAt: NOW - 30 * DAY + 1 })).toBe('dismissedDays');
    expect(refused({}, { dismissedAt: NOW - 30 * DAY })).toBeUndefined();
  });

  it('asks each time where the days are 0', () => {
    const when = { repeatDays: 0, dismissedDays: 0 };
    expect(refused(when, { answeredAt: NOW, dismissedAt: NOW })).toBeUndefined();
  });

  it('names the first of several rules', () => {
    const when = { from: '2027-01-01', url: ['/x'], sample: 0 };
    expect(refused(when)).toBe('from');
  });
});

describe('matchesPath(pattern, path)', () => {
  it('takes all but the star literally', () => {
    expect(matchesPath('/a.b', '/axb')).toBe(false);
    expect(matchesPath('/a.b', '/a.b')).toBe(true);
    expect(matchesPath('*/(x)', '/deep/(x)')).toBe(true);
  });
});
