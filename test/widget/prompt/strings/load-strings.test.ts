import { describe, expect, it } from 'vitest';
import { loadFirstStrings } from '../../../../widget/prompt/strings/load-first-strings.ts';
import { loadStrings } from '../../../../widget/prompt/strings/load-strings.ts';
import { LANGUAGES, textsOf } from './languages.ts';

describe('loadFirstStrings(locale)', () => {
  it.each(Object.keys(LANGUAGES))('gives what an NPS question says in %s, word for word', async (tag) => {
    const first = await loadFirstStrings(tag);
    expect(LANGUAGES[tag]).toMatchObject(first);
    expect([...textsOf(first).keys()].filter((name) => name !== 'dir')).toEqual([
      'locale',
      'close',
      'skip',
      'next',
      'send',
      'labels.nps',
      'nps.low',
      'nps.high',
      'endings.thanks.title',
    ]);
  });
});

describe('loadStrings(locale)', () => {
  it.each(Object.keys(LANGUAGES))('gives %s to who asks for it', async (tag) => {
    expect((await loadStrings(tag)).locale).toBe(tag);
  });

  it.each([
    ['en-GB', 'en'],
    ['fr-CA', 'fr'],
    ['de-AT', 'de'],
    ['es-419', 'es'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['ar-EG', 'ar'],
    ['KO-kr', 'ko'],
    ['iw-IL', 'he'],
    ['zh', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
  ])('serves a reader of %s in %s', async (asked, given) => {
    expect((await loadStrings(asked)).locale).toBe(given);
  });

  it.each(['xx', 'nl', '', 'constructor'])(
    'speaks English where the language "%s" is not known',
    async (tag) => {
      expect((await loadStrings(tag)).locale).toBe('en');
    },
  );
});
