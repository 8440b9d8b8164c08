import { describe, expect, it } from 'vitest';
import type { When } from '../../shared/questionnaire/questionnaire.ts';
import type { Facts } from '../../widget/eligibility.ts';
import { eligibility, fits } from '../../widget/eligibility.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 15, 12);
const FACTS: Facts = {
  now: NOW,
  path: '/',
  device: 'desktop',
  locale: 'en-GB',
  signal: false,
  consent: false,
  popover: true,
  taken: false,
  own: { draw: 0.5 },
  all: {},
};

function refused(when: When, known: Partial<Facts> = {}, called?: boolean): string | undefined {
  return eligibility(when, { ...FACTS, ...known }, called)?.[0];
}

function until(when: When, known: Partial<Facts> = {}): number | boolean | undefined {
  return eligibility(when, { ...FACTS, ...known })?.[1];
}

describe('eligibility(when, facts)', () => {
  it('lets everyone be asked where nothing is said', () => {
    expect(refused({})).toBeUndefined();
  });

  it('waits for consent before anything else is looked at', () => {
    expect(refused({ requireConsent: true, sample: 0 })).toBe('waiting for consent');
    expect(refused({ requireConsent: true }, { consent: true })).toBeUndefined();
  });

  it('honours a privacy signal unless the owner ignores it', () => {
    expect(refused({}, { signal: true })).toBe('privacySignals');
    expect(refused({ privacySignals: 'honour' }, { signal: true })).toBe('privacySignals');
    expect(refused({ privacySignals: 'ignore' }, { signal: true })).toBeUndefined();
  });

  it('lets one popover stand at a time, and whatever stands in the page', () => {
    expect(refused({}, { taken: true })).toBe('priority');
    expect(refused({}, { taken: true, popover: false })).toBeUndefined();
  });

  it('counts the first and the last day in, and says when the first begins', () => {
    expect(refused({ from: '2026-06-16' })).toBe('from');
    expect(until({ from: '2026-06-16' })).toBe(Date.UTC(2026, 5, 16));
    expect(refused({ from: '2026-06-15', until: '2026-06-15' })).toBeUndefined();
    expect(refused({ until: '2026-06-14' })).toBe('until');
    expect(until({ until: '2026-06-14' })).toBe(true);
  });

  it('asks on the devices that are named, and in their languages', () => {
    expect(refused({ device: ['mobile', 'tablet'] })).toBe('device');
    expect(refused({ device: ['mobile', 'desktop'] })).toBeUndefined();
    expect(refused({ language: ['fr', 'en'] })).toBeUndefined();
    expect(refused({ language: ['fr'] })).toBe('language');
    expect(refused({ language: ['en-US'] })).toBe('language');
    expect(refused({ language: ['zh-hant'] }, { locale: 'zh-Hant-HK' })).toBeUndefined();
    expect(refused({ language: ['zh'] }, { locale: 'zha' })).toBe('language');
  });

  it('asks on a path that one pattern matches, and on none that is excluded', () => {
    expect(refused({ url: ['/shop', '/checkout/*'] }, { path: '/checkout/done' })).toBeUndefined();
    expect(refused({ url: ['/checkout/*'] }, { path: '/checkout' })).toBe('url');
    expect(refused({ notUrl: ['/account*'] }, { path: '/account/orders' })).toBe('notUrl');
    expect(refused({ notUrl: ['/account*'] })).toBeUndefined();
  });

  it('takes a draw below the share, and not the share itself', () => {
    const draw = (value: number) => ({ own: { draw: value } });
    expect(refused({ sample: 0.5 }, draw(0.4999))).toBeUndefined();
    expect(refused({ sample: 0.5 }, draw(0.5))).toBe('sample');
    expect(refused({ sample: 0 }, draw(0))).toBe('sample');
    expect(refused({ sample: 1 }, draw(0.9999))).toBeUndefined();
  });

  it('keeps a visitor who was taken when the share is raised', () => {
    for (const draw of [0, 0.1, 0.24, 0.26, 0.9]) {
      if (refused({ sample: 0.25 }, { own: { draw } }) === undefined)
        expect(refused({ sample: 0.5 }, { own: { draw } })).toBeUndefined();
    }
  });

  it.each([
    ['repeatDays', 90, (at: number) => ({ own: { draw: 0, answeredAt: at } })],
    ['dismissedDays', 30, (at: number) => ({ own: { draw: 0, dismissedAt: at } })],
    ['coolDownDays', 7, (at: number) => ({ all: { shownAt: at } })],
  ] as const)('rests for %s, %i when nothing is said, and tells when that is over', (rule, days, at) => {
    expect(refused({}, at(NOW - days * DAY + 1))).toBe(rule);
    expect(until({}, at(NOW - days * DAY + 1))).toBe(NOW + 1);
    expect(refused({}, at(NOW - days * DAY))).toBeUndefined();
    expect(refused({ [rule]: days + 1 }, at(NOW - days * DAY))).toBe(rule);
    expect(refused({ [rule]: 0 }, at(NOW))).toBeUndefined();
  });

  it('shows one popover a session when nothing is said', () => {
    expect(refused({}, { all: { shown: 1 } })).toBe('perSession');
    expect(until({}, { all: { shown: 1 } })).toBe(NOW + 30 * 60_000);
    expect(refused({ perSession: 2 }, { all: { shown: 1 } })).toBeUndefined();
    expect(refused({ perSession: 2 }, { all: { shown: 2 } })).toBe('perSession');
  });

  it('counts nothing against what stands in the flow of the page', () => {
    expect(refused({}, { popover: false, all: { shown: 9, shownAt: NOW } })).toBeUndefined();
  });

  it('names the first of several rules', () => {
    expect(refused({ from: '2027-01-01', url: ['/x'], sample: 0 })).toBe('from');
  });

  it('overlooks for a call what the owner wants, and not what the visitor wants', () => {
    const when = { from: '2027-01-01', url: ['/x'], sample: 0 };
    expect(
      refused(when, { own: { answeredAt: NOW }, all: { shownAt: NOW, shown: 9 } }, true),
    ).toBeUndefined();
    expect(refused({ requireConsent: true }, {}, true)).toBe('waiting for consent');
    expect(refused({}, { signal: true }, true)).toBe('privacySignals');
    expect(refused({}, { taken: true }, true)).toBe('priority');
  });

  it.each([
    ['a day that the calendar has not', { from: '2026-02-30' }],
    ['a day that is none', { until: 'tomorrow' }],
    ['days in reverse', { from: '2026-02-01', until: '2026-01-31' }],
    ['a pattern that no path can match', { url: ['/shop', 'checkout'] }],
    ['the same in what is excluded', { notUrl: ['?x=1'] }],
    ['a share that is no number', { sample: 'often' as unknown as number }],
    ['a share below 0', { sample: -1 }],
  ])('refuses %s', (_, when) => {
    expect(() => refused(when)).toThrow();
  });
});

describe('fits(list, text)', () => {
  it('takes all but the star literally', () => {
    expect(fits(['/a.b'], '/axb')).toBe(false);
    expect(fits(['/a.b'], '/a.b')).toBe(true);
    expect(fits(['*/(x)'], '/deep/(x)')).toBe(true);
    expect(fits(['/a|b'], '/a')).toBe(false);
  });

  it('reads a list as an attribute writes it', () => {
    expect(fits(' /a\n  /b ', '/b')).toBe(true);
    expect(fits('/a /b', '/c')).toBe(false);
  });

  it('overlooks the fragment unless a pattern has one', () => {
    expect(fits(['/shop'], '/shop#top')).toBe(true);
    expect(fits(['/app#/cart*'], '/app#/cart/2')).toBe(true);
    expect(fits(['/app#/cart*'], '/app')).toBe(false);
    expect(fits(['/*/end'], '/a#/b/end')).toBe(false);
  });

  it('knows an address as the browser writes it, and as its owner does', () => {
    expect(fits(['/价格/*'], '/%E4%BB%B7%E6%A0%BC/1')).toBe(true);
    expect(fits(['/%E4%BB%B7%E6%A0%BC'], '/%E4%BB%B7%E6%A0%BC')).toBe(true);
  });
});
