import { describe, expect, it } from 'vitest';
import { localize, matchLocale } from '../../../shared/questionnaire/localize.ts';

describe('matchLocale(locale, available)', () => {
  it.each([
    ['en', ['zh-CN', 'en'], 'en'],
    ['EN-us', ['en-GB', 'en-US'], 'en-US'],
    ['fr-CA', ['en', 'fr'], 'fr'],
    ['fr', ['en', 'fr-CA'], 'fr-CA'],
    ['fr-CA', ['en', 'fr-BE', 'fr'], 'fr'],
    ['zh-Hans-HK', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['zh-HK', ['zh', 'zh-TW'], 'zh-TW'],
    ['zh', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['zh-Hans-SG', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['zh-SG', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['zh-HK', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['zh-Hant', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['zh-TW', ['en', 'zh-CN'], 'zh-CN'],
    ['zh-CN', ['en', 'zh'], 'zh'],
    ['de', ['en', 'fr'], undefined],
    ['de', [], undefined],
  ])('%s among %j is %s', (locale, available, expected) => {
    expect(matchLocale(locale, available)).toBe(expected);
  });
});

describe('localize(text, locale)', () => {
  it('returns a plain text as it is', () => {
    expect(localize('Parking', 'zh-CN')).toBe('Parking');
  });
  it('falls back to the first language written', () => {
    expect(localize({ fr: 'Stationnement', en: 'Parking' }, 'de')).toBe('Stationnement');
    expect(localize({ en: 'Parking', 'zh-CN': '停车' }, 'zh-Hans')).toBe('停车');
    expect(localize({}, 'en')).toBe('');
  });
});
