import { describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { contrastRatio, parseColour } from '../../../widget/prompt/contrast.ts';
import { fill } from '../../../widget/prompt/card.ts';
import { contextOf } from '../../../widget/prompt/context-of.ts';
import { endingOf } from '../../../widget/prompt/ending.ts';
import { fromOutside } from '../../../widget/prompt/from-outside.ts';
import { phrases } from '../../../widget/prompt/phrases.ts';
import { LATER_DELAY_MS, sendDelayMs, SHOWN_DELAY_MS } from '../../../widget/prompt/send-delay.ts';
import { promptLanguages } from '../../support/docs/languages.ts';

describe('contextOf(given)', () => {
  it('takes plain values as texts, and leaves out what the export cannot carry', () => {
    const given = { tier: 'gold', visits: 3, member: true, note: '', list: [1], '9x': 'a', gone: undefined };
    expect(contextOf(given)).toEqual({ tier: 'gold', visits: '3', member: 'true' });
  });

  it('cuts a value at 256 characters', () => {
    expect(contextOf({ a: 'x'.repeat(257) }).a).toHaveLength(256);
  });

  it('is empty for what is no object', () => {
    expect(contextOf('gold')).toEqual({});
    expect(contextOf(null)).toEqual({});
  });
});

describe('parseColour(text)', () => {
  it('counts what is off the range as its edge, and "none" as 0', () => {
    expect(parseColour('color(srgb 1.2 -0.1 none / 0.5)')).toEqual({ rgb: [255, 0, 0], alpha: 0.5 });
    expect(parseColour('color(srgb 0 0 1)')).toEqual({ rgb: [0, 0, 255], alpha: 1 });
  });

  it.each(['', 'rgb(0, 0, 0)', 'oklch(0.5 0.1 20)', 'color(display-p3 1 0 0)'])(
    'knows nothing of "%s"',
    (text) => {
      expect(parseColour(text)).toBeUndefined();
    },
  );
});

describe('contrastRatio(a, b)', () => {
  // WCAG 2.2, Understanding 1.4.3: #767676 on white is the lightest grey that passes 4.5:1, #777777 does not.
  it('is 4.54 for #767676 and 4.48 for #777777 on white, in either order', () => {
    const white = [255, 255, 255] as const;
    expect(contrastRatio([0x76, 0x76, 0x76], white)).toBeCloseTo(4.54, 2);
    expect(contrastRatio(white, [0x77, 0x77, 0x77])).toBeCloseTo(4.48, 2);
  });
});

describe('fill(text, strings, n)', () => {
  it.each([...promptLanguages(), 'fa', 'bn', 'en-IN', 'de-CH', 'hi'])(
    'writes numbers as Intl does in %s',
    (locale) => {
      const { format } = new Intl.NumberFormat(locale);
      for (const n of [0, 7, 10, 999, 1_000, 4_999]) expect(fill('{n}', { locale }, n)).toBe(format(n));
    },
  );

  it('puts two numbers in their places', () => {
    expect(fill('{n} of {m}', { locale: 'en' }, 2, 3)).toBe('2 of 3');
  });
});

describe('endingOf(fate)', () => {
  const fate = {
    delivered: false,
    rejected: false,
    unconfirmed: false,
    kept: undefined,
    late: false,
    failed: false,
    online: true,
    given: true,
  };

  it('claims nothing before there is proof', () => {
    expect(endingOf(fate)).toBe('thanks');
    expect(endingOf({ ...fate, late: true, online: false })).toBe('thanks');
    expect(endingOf({ ...fate, kept: true })).toBe('thanks');
  });

  it('claims nothing where nothing was given, whatever has become of the record', () => {
    for (const news of [
      { delivered: true },
      { rejected: true },
      { kept: true, late: true },
      { kept: false, online: false },
    ])
      expect(endingOf({ ...fate, ...news, given: false })).toBe('thanks');
  });

  it('says sent after a receipt only', () => {
    expect(endingOf({ ...fate, delivered: true })).toBe('sent');
  });

  it('says kept once the write has committed and sending has failed, or there is no network', () => {
    expect(endingOf({ ...fate, kept: true, late: true })).toBe('kept');
    expect(endingOf({ ...fate, kept: true, online: false })).toBe('keptOffline');
  });

  it('says lost where nothing is kept and nothing has arrived', () => {
    expect(endingOf({ ...fate, kept: false, late: true })).toBe('thanks');
    expect(endingOf({ ...fate, kept: false, late: true, failed: true })).toBe('lost');
    expect(endingOf({ ...fate, kept: false, online: false })).toBe('lostOffline');
  });

  it('claims nothing of what may have arrived', () => {
    expect(endingOf({ ...fate, unconfirmed: true, kept: true, late: true })).toBe('thanks');
  });

  it('says rejected where the collector refuses', () => {
    expect(endingOf({ ...fate, rejected: true, kept: true })).toBe('rejected');
  });
});

describe('sendDelayMs(record, before, closed)', () => {
  const record = (answers: AnswerRecord['answers']) => ({ answers }) as AnswerRecord; // the rest is not looked at

  it('lets a prompt that was only shown wait', () => {
    expect(sendDelayMs(record({}), undefined, false)).toBe(SHOWN_DELAY_MS);
  });

  it('sends the first answer and the end at once', () => {
    expect(sendDelayMs(record({ nps: 9 }), record({}), false)).toBe(0);
    expect(sendDelayMs(record({ nps: 9 }), record({ nps: 9 }), true)).toBe(0);
    expect(sendDelayMs(record({}), record({}), true)).toBe(0);
  });

  it('lets later answers wait for each other', () => {
    expect(sendDelayMs(record({ nps: 8 }), record({ nps: 9 }), false)).toBe(LATER_DELAY_MS);
    expect(sendDelayMs(record({}), record({}), false)).toBe(LATER_DELAY_MS);
  });
});

describe('phrases(text)', () => {
  it('breaks before words of two or more characters', () => {
    const pieces = phrases('您会推荐给您的朋友吗？');
    expect(pieces.join('')).toBe('您会推荐给您的朋友吗？');
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of pieces.slice(1)) expect(piece.length).toBeGreaterThan(1);
  });
});

describe('fromOutside(survey, raw)', () => {
  it('gives the questionnaire back', () => {
    const raw = { id: 'a', version: 1, questions: [{ id: 'nps', kind: 'nps' }] };
    expect(fromOutside('a', raw).questionnaire).toEqual(raw);
  });

  it('names each issue with its path, one a line', () => {
    const raw = { id: 'a', version: 0, questions: [{ id: 'nps', kind: 'npss' }] };
    expect(() => fromOutside('a', raw)).toThrow(/\n {2}version: .*\n {2}questions\[0\]\.kind: /);
    expect(() => fromOutside('a', 3)).toThrow(/\n {2}questionnaire: /);
  });
});
