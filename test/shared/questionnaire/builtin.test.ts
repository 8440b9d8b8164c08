import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIXED_COLUMNS } from '../../../shared/answers/answer-table.ts';
import { BUILT_IN_NAMES } from '../../../shared/questionnaire/builtin/names.ts';
import { localize } from '../../../shared/questionnaire/localize.ts';
import { parseQuestionnaire } from '../../../shared/questionnaire/parse-questionnaire.ts';
import type { Question, Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { languagesOf, missingTexts } from '../../../shared/questionnaire/texts.ts';

const folder = new URL('../../../shared/questionnaire/builtin/', import.meta.url);
const WORDLESS: readonly string[] = ['nps', 'csat', 'ces'];
const builtIn = new Map<string, Questionnaire>();

beforeAll(async () => {
  for (const name of BUILT_IN_NAMES) {
    const module = (await import(new URL(`${name}.ts`, folder).pathname)) as Record<string, Questionnaire>; // the rule under test
    expect(Object.keys(module)).toEqual([name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())]);
    builtIn.set(name, Object.values(module)[0]);
  }
});

function get(name: string): Questionnaire {
  const found = builtIn.get(name);
  if (found === undefined) throw new RangeError(`get: expected a built-in questionnaire, got ${name}`);
  return found;
}

function question<K extends Question['kind']>(
  name: string,
  id: string,
  kind: K,
): Extract<Question, { kind: K }> {
  const found = get(name).questions.find((candidate) => candidate.id === id);
  if (found?.kind !== kind) throw new RangeError(`question: expected ${kind} ${id} in ${name}`);
  return found as Extract<Question, { kind: K }>; // its kind is K by the line above
}

const outline = (name: string): string[] => get(name).questions.map(({ id, kind }) => `${id}: ${kind}`);
const attributesOf = (name: string, id: string): string[] =>
  question(name, id, 'battery').attributes.map((attribute) => attribute.id);

describe('BUILT_IN_NAMES', () => {
  it('are the files of the folder', () => {
    const files = readdirSync(folder).filter((file) => file !== 'names.ts');
    expect(files.sort()).toEqual(BUILT_IN_NAMES.map((name) => `${name}.ts`).sort());
  });
});

describe.each(BUILT_IN_NAMES)('the built-in questionnaire %s', (name) => {
  it('is a questionnaire by that name', () => {
    expect(parseQuestionnaire(get(name))).toEqual({ ok: true, value: get(name) });
    expect(get(name)).toMatchObject({ id: name, version: 1 });
  });

  it('speaks English and both kinds of Chinese throughout, or leaves all words to the prompt', () => {
    const expected = WORDLESS.includes(name) ? [] : ['en', 'zh-CN', 'zh-TW'];
    expect(languagesOf(get(name))).toEqual(expected);
    expect(expected.flatMap((language) => missingTexts(get(name), language))).toEqual([]);
  });

  it('has no text that stands in every language at once', () => {
    const plain = JSON.stringify(get(name).questions, (key, value: unknown) =>
      ['label', 'hint', 'low', 'high', 'name'].includes(key) && typeof value === 'string'
        ? `no language: ${key}`
        : value,
    );
    expect(plain).not.toContain('no language');
  });

  it('takes the name of no column of an export', () => {
    const ids = get(name).questions.map(({ id }) => id);
    expect(ids.filter((id) => (FIXED_COLUMNS as readonly string[]).includes(id))).toEqual([]);
  });

  it('writes each Chinese in its own characters', () => {
    const texts = JSON.stringify(get(name));
    const of = (tag: string): string =>
      [...texts.matchAll(new RegExp(`"${tag}":"([^"]*)"`, 'g'))].map(([, text]) => text).join('');
    expect(of('zh-TW')).not.toMatch(/[们这为务质满获对说让远选择应实际价钱产员态负]/);
    expect(of('zh-CN')).not.toMatch(/[們這為務質滿獲對說讓遠選擇應實際價錢產員態負]/);
  });
});

describe('what the built-in questionnaires ask', () => {
  it('one score and a comment: nps, csat, ces', () => {
    expect(WORDLESS.map(outline)).toEqual(WORDLESS.map((name) => [`${name}: ${name}`, 'why: text']));
  });

  it('matrix: overall satisfaction, then importance and satisfaction in random order', () => {
    expect(outline('matrix')).toEqual(['csat: csat', 'service: battery']);
    expect(question('matrix', 'service', 'battery')).toMatchObject({
      ask: ['importance', 'satisfaction'],
      order: 'random',
    });
    expect(attributesOf('matrix', 'service')).toHaveLength(6);
  });

  it('servqual: expectation and perception on the five dimensions, then overall satisfaction', () => {
    expect(outline('servqual')).toEqual(['quality: battery', 'csat: csat']);
    expect(question('servqual', 'quality', 'battery').ask).toEqual(['expectation', 'perception']);
    expect(attributesOf('servqual', 'quality')).toEqual([
      ...['reliability', 'responsiveness', 'assurance', 'empathy', 'tangibles'],
    ]);
  });

  it('index: the items of seven factors, from 1 to 10', () => {
    const items = [
      ...['image', 'expectedQuality', 'perceivedQuality', 'perceivedValue', 'satisfactionOverall'],
      ...['satisfactionExpectation', 'satisfactionIdeal', 'complaints', 'loyalty'],
    ];
    expect(outline('index')).toEqual(items.map((id) => `${id}: rating`));
    for (const id of items) {
      const { scale, anchors } = question('index', id, 'rating');
      expect(scale).toEqual({ min: 1, max: 10 });
      expect(anchors).toBeDefined();
    }
  });

  it('loyalty: two ratings from 1 to 5, and likelihood to recommend', () => {
    expect(outline('loyalty')).toEqual(['stay: rating', 'buyMore: rating', 'recommend: nps']);
    expect(question('loyalty', 'stay', 'rating').scale).toBeUndefined();
  });

  it('service-level: six levels in words, and a comment', () => {
    expect(outline('service-level')).toEqual(['level: rating', 'why: text']);
    const { look, scale, words } = question('service-level', 'level', 'rating');
    expect({ look, scale, words: words?.length }).toEqual({
      look: 'words',
      scale: { min: 1, max: 6 },
      words: 6,
    });
    // Kaufman (2012), Uplifting Service: the six levels by name, the lowest first.
    const names = ['Criminal', 'Basic', 'Expected', 'Desired', 'Surprising', 'Unbelievable'];
    expect(words?.map((word) => localize(word, 'en').split(':')[0])).toEqual(names);
    for (const locale of ['zh-CN', 'zh-TW']) expect(localize(words?.[0] ?? '', locale)).toMatch(/^犯罪/);
  });

  it('delivered-value: four values and four costs, each with its wording', () => {
    expect(outline('delivered-value')).toEqual(['value: battery', 'cost: battery']);
    expect(attributesOf('delivered-value', 'value')).toEqual(['product', 'service', 'personnel', 'image']);
    expect(attributesOf('delivered-value', 'cost')).toEqual(['money', 'time', 'energy', 'psychic']);
    for (const id of ['value', 'cost']) {
      const { ask, wording } = question('delivered-value', id, 'battery');
      expect(ask).toEqual(['perception']);
      expect(Object.keys(wording ?? {})).toEqual(['perception']);
    }
  });
});
