import { describe, expect, it } from 'vitest';
import { overrideStrings } from '../../../../widget/prompt/strings/override-strings.ts';
import { LANGUAGES, textsOf } from './languages.ts';

const { en, ar } = LANGUAGES;

describe('overrideStrings(base, words, locale)', () => {
  it('puts words in their place at any depth and leaves the others', () => {
    const words = {
      next: 'Volgende',
      'csat.0': 'Zeer ontevreden',
      'aspects.importance.name': 'Hoe belangrijk?',
      'endings.sent.title': 'Dank u',
    };
    const { strings, unknown } = overrideStrings(en, words, 'nl');
    expect(unknown).toEqual([]);
    expect(strings).toEqual({
      ...en,
      locale: 'nl',
      next: 'Volgende',
      csat: ['Zeer ontevreden', ...en.csat.slice(1)],
      aspects: { ...en.aspects, importance: { ...en.aspects.importance, name: 'Hoe belangrijk?' } },
      endings: { ...en.endings, sent: { ...en.endings.sent, title: 'Dank u' } },
    });
    expect(Array.isArray(strings.csat)).toBe(true);
  });

  it('knows every text of every language by its name', () => {
    for (const base of Object.values(LANGUAGES)) {
      const names = [...textsOf(base).keys()].filter((name) => name !== 'locale' && name !== 'dir');
      const words = Object.fromEntries(names.map((name) => [name, `*${name}`]));
      const { strings, unknown } = overrideStrings(base, words, base.locale);
      expect(unknown).toEqual([]);
      const said = textsOf(strings);
      for (const name of names) expect(said.get(name)).toBe(`*${name}`);
    }
  });

  it('does not touch what it is given', () => {
    const frozen = structuredClone(en);
    const words = Object.freeze({ next: 'Continue', 'csat.4': 'Delighted', 'left.one': 'one left' });
    overrideStrings(en, words, 'en-GB');
    expect(en).toEqual(frozen);
  });

  it('gives the base in the new locale for no words', () => {
    const { strings, unknown } = overrideStrings(en, {}, 'en-GB');
    expect({ strings, unknown }).toEqual({ strings: { ...en, locale: 'en-GB' }, unknown: [] });
  });

  it('names what it does not know and takes the rest', () => {
    const words = JSON.parse(
      '{"__proto__.x":"a","__proto__":"b","constructor":"c","csat.5":"d","csat.length":"9","csat":"e","labels":"f",' +
        '"labels.nps.":"g","locale":"h","dir":"rtl","phrases":"i","left":"j","left.some":"k","":"l","skip":"Later"}',
    ) as Record<string, string>; // as a questionnaire brings them
    const { strings, unknown } = overrideStrings(en, words, 'en');
    expect([...unknown].sort()).toEqual(
      Object.keys(words)
        .filter((name) => name !== 'skip')
        .sort(),
    );
    expect(strings).toEqual({ ...en, skip: 'Later' });
    expect(Object.getPrototypeOf(strings)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('names what the owner did not write: every text but the empty one, and one for all plural categories', () => {
    const names = [...textsOf(en).keys()].filter(
      (name) => !/^(locale|left\.|endings\.thanks\.hint)/.test(name),
    );
    expect([...overrideStrings(en, {}, 'nl').missing].sort()).toEqual([...names, 'left.other'].sort());
    const words = Object.fromEntries([...names, 'left.other'].map((name) => [name, '*']));
    expect(overrideStrings(en, words, 'nl').missing).toEqual([]);
    expect(overrideStrings(en, { ...words, 'left.other': 'Nog {n}' }, 'nl').missing).toEqual([]);
    const others = Object.fromEntries(Object.entries(words).filter(([name]) => name !== 'next'));
    expect(overrideStrings(en, others, 'nl').missing).toEqual(['next']);
  });

  it('takes plural categories that the base has not', () => {
    const words = { 'left.one': '{n} znak', 'left.few': '{n} znaki', 'left.many': '{n} znaków' };
    const { strings, unknown } = overrideStrings(en, words, 'pl');
    expect(unknown).toEqual([]);
    expect(strings.left).toEqual({
      one: '{n} znak',
      few: '{n} znaki',
      many: '{n} znaków',
      other: en.left.other,
    });
  });

  it('takes the words for "other" in each plural category that is not written', () => {
    const { left } = overrideStrings(
      en,
      { 'left.other': 'Nog {n} tekens', 'left.one': 'Nog 1 teken' },
      'nl',
    ).strings;
    expect(left.one).toBe('Nog 1 teken');
    expect(left.few).toBe('Nog {n} tekens');
    expect(left.other).toBe('Nog {n} tekens');
  });

  it.each(['fa', 'ur', 'ar', 'he-IL', 'iw', 'yi', 'ps', 'ckb', 'dv', 'uz-Arab', 'FA-ir'])(
    'writes %s from right to left',
    (locale) => {
      expect(overrideStrings(en, {}, locale).strings.dir).toBe('rtl');
    },
  );

  it.each(['nl', 'en', 'az', 'fa-Latn', 'ku'])(
    'writes %s from left to right, whatever the base',
    (locale) => {
      expect(overrideStrings(en, {}, locale).strings).not.toHaveProperty('dir');
      expect(overrideStrings(ar, {}, locale).strings).not.toHaveProperty('dir');
    },
  );

  it('breaks headings as the base does in the same language alone', () => {
    const { 'zh-CN': zh } = LANGUAGES;
    expect(overrideStrings(zh, {}, 'zh-SG').strings.phrases).toBe(zh.phrases);
    expect(overrideStrings(zh, {}, 'nl').strings).not.toHaveProperty('phrases');
  });

  it('throws where the locale is no language tag', () => {
    expect(() => overrideStrings(en, {}, 'en_US')).toThrow(RangeError);
  });
});
