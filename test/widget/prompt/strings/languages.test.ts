import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phrases } from '../../../../widget/prompt/phrases.ts';
import { LANGUAGES, textsOf } from './languages.ts';

const { en } = LANGUAGES;

const folder = join(import.meta.dirname, '../../../../widget/prompt/strings');

/** Names of the texts that every language has; plural categories differ from one to the next. */
const shared = (texts: ReadonlyMap<string, string>): string[] =>
  [...texts.keys()].filter((name) => name !== 'dir' && !name.startsWith('left.'));

it('every language file is among those tested', () => {
  const files = readdirSync(folder).filter((file) => /^[a-z]{2}(-[A-Z]{2})?(-first)?\.ts$/.test(file));
  expect(files.sort()).toEqual(
    Object.keys(LANGUAGES)
      .flatMap((tag) => [`${tag}-first.ts`, `${tag}.ts`])
      .sort(),
  );
});

describe('limits of size', () => {
  const limits = parseLimits(readFileSync(join(folder, '../../../.size-limit.json'), 'utf8'));
  const chunk = (name: string) => `dist/widget/chunks/${name}-*.js`;
  const first = ['dist/widget/fourfold.js', ...['prompt', 'outbox'].map(chunk)];

  it.each(Object.keys(LANGUAGES))('hold for an NPS prompt in %s, and for the whole language', (tag) => {
    const own = tag === 'en' ? [] : [chunk(`${tag}-first`)]; // English is in the prompt's own file
    expect(limits).toContainEqual({ path: [...first, ...own], limit: '15360 B' });
    expect(limits).toContainEqual({ path: [chunk(tag)], limit: '1024 B' }); // all of its files
  });

  it('count all that a first question waits for: no other file is imported', () => {
    const chunks = join(folder, '../../../dist/widget/chunks');
    const files = readdirSync(chunks).filter((file) => /^(prompt|outbox|.*-first)-/.test(file));
    expect(files.length).toBeGreaterThan(Object.keys(LANGUAGES).length);
    for (const file of files)
      expect(readFileSync(join(chunks, file), 'utf8'), file).not.toMatch(/\bimport\s*["'`{*]|\bfrom\s*["'`]/);
  });
});

/** What each limit counts; all in Brotli's bytes. */
function parseLimits(json: string): { path: string[]; limit: string }[] {
  const entries = JSON.parse(json) as { path: string | string[]; limit: string; brotli: boolean }[]; // its own form
  return entries.filter(({ brotli }) => brotli).map(({ path, limit }) => ({ path: [path].flat(), limit }));
}

describe.each(Object.entries(LANGUAGES))('%s', (tag, strings) => {
  const texts = textsOf(strings);

  it('is named by its tag', () => {
    expect(strings.locale).toBe(tag);
  });

  it('has the same words as English, in the same order', () => {
    expect(shared(texts)).toEqual(shared(textsOf(en)));
    expect(strings.csat).toHaveLength(5);
  });

  it('leaves no text empty but the hint below plain thanks', () => {
    const empty = [...texts].filter(([, text]) => text.trim() === '').map(([name]) => name);
    expect(empty).toEqual(['endings.thanks.hint']);
  });

  it('has no white space around a text', () => {
    for (const text of texts.values()) expect(text).toBe(text.trim());
  });

  it('keeps the numbers', () => {
    expect(strings.step.match(/\{\w+\}/g)).toEqual(['{n}', '{m}']);
    expect(strings.left.other).toContain('{n}');
    const others = [...texts].filter(([name]) => name !== 'step' && !name.startsWith('left.'));
    expect(others.filter(([, text]) => /[{}]/.test(text))).toEqual([]);
  });

  it('says how much is left in every plural category that the language has', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    expect(Object.keys(strings.left).sort()).toEqual([...pluralCategories].sort());
    const exact = { ar: ['one', 'two'], he: ['one'] }[tag]; // each stands for one number, which is in its word
    for (const [category, text] of Object.entries(strings.left))
      if (!exact?.includes(category)) expect(text).toContain('{n}');
  });

  it('has different words for different points of a scale', () => {
    expect(new Set(strings.csat).size).toBe(5);
    for (const { low, high } of [strings.nps, strings.ces, ...Object.values(strings.aspects)])
      expect(low).not.toBe(high);
    expect(strings.aspects.satisfaction).toMatchObject({ low: strings.csat[0], high: strings.csat[4] });
  });

  it('has one scale for the two sides of a gap', () => {
    const { expectation, perception, standard, promise } = strings.aspects;
    for (const { low, high } of [perception, standard, promise])
      expect([low, high]).toEqual([expectation.low, expectation.high]);
    expect(new Set([expectation, perception, standard, promise].map(({ name }) => name)).size).toBe(4);
  });

  it('tells the endings apart as English does', () => {
    const titles = (of: typeof strings) => Object.values(of.endings).map(({ title }) => title);
    const sameTitles = (all: string[]) => all.map((title) => all.indexOf(title));
    expect(sameTitles(titles(strings))).toEqual(sameTitles(titles(en)));
    const said = Object.values(strings.endings).map(({ title, hint }) => `${title}\n${hint}`);
    expect(new Set(said).size).toBe(said.length);
  });
});

describe('right to left', () => {
  it('is set for Arabic and Hebrew alone', () => {
    const rtl = Object.entries(LANGUAGES).filter(([, { dir }]) => dir === 'rtl');
    expect(rtl.map(([tag]) => tag)).toEqual(['ar', 'he']);
  });
});

describe('script', () => {
  it.each(['zh-CN', 'zh-TW', 'ja', 'ko', 'ar', 'he'])('%s holds no Latin letter', (tag) => {
    const texts = [...textsOf(LANGUAGES[tag])].filter(([name]) => name !== 'locale' && name !== 'dir');
    expect(texts.filter(([, text]) => /\p{Script=Latin}/u.test(text.replace(/\{[nm]\}/g, '')))).toEqual([]);
  });

  it.each(['zh-CN', 'zh-TW', 'ja'])('%s has full-width punctuation', (tag) => {
    const texts = [...textsOf(LANGUAGES[tag]).values()];
    expect(texts.filter((text) => /[,.?!:;()]/.test(text))).toEqual([]);
  });

  it('zh-TW is written in traditional characters, zh-CN in simplified ones', () => {
    const all = (tag: string) => [...textsOf(LANGUAGES[tag]).values()].join('');
    expect(all('zh-TW')).not.toMatch(/[满关闭页选题输还发网络务则对们为个请过联觉办仅载传]/);
    expect(all('zh-CN')).not.toMatch(/[滿關閉頁選題輸還發網絡務則對們為個請過聯覺辦僅載傳]/);
  });

  it('French puts a narrow space before a question mark', () => {
    for (const text of textsOf(LANGUAGES.fr).values()) expect(text).not.toMatch(/(?<!\u202f)[?!;]/);
  });
});

describe('phrases(text)', () => {
  it.each(['zh-CN', 'zh-TW'])('parts every text of %s without a loss, after no opening bracket', (tag) => {
    for (const text of textsOf(LANGUAGES[tag]).values()) {
      const pieces = LANGUAGES[tag].phrases?.(text) ?? [];
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces.slice(0, -1)) expect(piece).not.toMatch(/[（《“「]$/);
    }
  });

  it('gives one empty piece for an empty text', () => {
    expect(phrases('')).toEqual(['']);
  });
});
