import { describe, expect, it } from 'vitest';
import { parseQuestionnaire } from '../../../shared/questionnaire/parse-questionnaire.ts';
import { KINDS } from '../../../shared/questionnaire/questionnaire.ts';
import type { Question } from '../../../shared/questionnaire/questionnaire.ts';

const text = { en: 'Text', 'zh-CN': '文字' };
const anchors = { low: 'Low', high: text };
const options = [
  { id: 'price', label: 'Price' },
  { id: 'range', label: text },
];
const attributes = [{ id: 'speed', label: text }];
const wording = { name: 'Worth', low: text, high: 'High' };

/** One of each kind with every field that it knows. */
const full: Readonly<Record<Question['kind'], Question>> = {
  nps: { id: 'nps', kind: 'nps', label: text, hint: 'Hint', anchors },
  csat: { id: 'csat', kind: 'csat', label: 'How was it?', hint: text },
  ces: { id: 'ces', kind: 'ces', label: text, hint: 'Hint', anchors },
  rating: {
    ...{ id: 'rating', kind: 'rating', label: text, hint: text, anchors },
    ...{ scale: { min: -5, max: 5 }, look: 'stars' },
  },
  battery: {
    ...{ id: 'service', kind: 'battery', label: text, hint: text, attributes, order: 'random' },
    ...{
      ask: ['perception', 'promise'],
      notApplicable: false,
      wording: { perception: wording, promise: wording },
    },
  },
  choice: {
    ...{ id: 'choice', kind: 'choice', label: text, hint: text, options, many: true, other: true },
    ...{ order: 'random' },
  },
  text: { id: 'why', kind: 'text', label: text, hint: text, maxLength: 5000 },
  contact: { id: 'contact', kind: 'contact', label: text, hint: text, consent: text },
  note: { id: 'note', kind: 'note', label: text, hint: text },
};

/** One of each kind with no field but those that it needs. */
const least: Readonly<Record<Question['kind'], Question>> = {
  nps: { id: 'nps', kind: 'nps' },
  csat: { id: 'csat', kind: 'csat' },
  ces: { id: 'ces', kind: 'ces' },
  rating: { id: 'rating', kind: 'rating', label: 'Rating' },
  battery: { id: 'service', kind: 'battery', ask: ['satisfaction'], attributes },
  choice: { id: 'choice', kind: 'choice', label: 'Choice', options },
  text: { id: 'why', kind: 'text' },
  contact: { id: 'contact', kind: 'contact' },
  note: { id: 'note', kind: 'note', label: 'Note' },
};

const survey = (...questions: unknown[]): unknown => ({ id: 'shop', version: 1, questions });

function issuesOf(input: unknown): string[] {
  const parsed = parseQuestionnaire(input);
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
}

describe('parseQuestionnaire(input) of each kind', () => {
  it.each(KINDS)('takes %s with every field and with none, under a condition too', (kind) => {
    const showIf = { question: 'first', equals: 'price' };
    const first = { ...least.choice, id: 'first' };
    for (const question of [full[kind], least[kind]]) {
      const input = survey(first, { ...question, showIf });
      expect(parseQuestionnaire(input)).toEqual({ ok: true, value: input });
    }
  });

  it.each(KINDS)('takes no field of another kind in %s', (kind) => {
    const own = full[kind];
    for (const other of Object.values(full).filter((question) => question !== own)) {
      const input = { ...other, ...own };
      const foreign = Object.keys(other).filter((field) => !Object.hasOwn(own, field));
      const expected = foreign.slice(0, 1).map((field) => `questions[0].${field}`);
      expect(issuesOf(survey(input)).map((issue) => issue.split(':')[0])).toEqual(expected);
    }
  });

  it.each(KINDS)('refuses %s without what it needs', (kind) => {
    for (const field of Object.keys(least[kind]).filter((name) => name !== 'kind')) {
      const question = Object.fromEntries(Object.entries(least[kind]).filter(([name]) => name !== field));
      const [issue, ...more] = issuesOf(survey(question));
      expect(issue).toMatch(new RegExp(`^questions\\[0\\]\\.${field}: missing; add it, as in \\{ "id": …`));
      expect(more).toEqual([]);
    }
  });

  it('takes a rating in words, as many as points', () => {
    const words = ['Poor', text, 'Good'];
    const input = survey({ ...least.rating, scale: { min: 0, max: 2 }, look: 'words', words });
    expect(parseQuestionnaire(input)).toEqual({ ok: true, value: input });
    const five = survey({ ...least.rating, look: 'words', words: [...words, 'Better', 'Best'] });
    expect(parseQuestionnaire(five).ok).toBe(true);
  });

  it.each([
    [1, 2],
    [0, 10],
    [-5, 5],
  ])('takes a scale from %i to %i', (min, max) => {
    expect(issuesOf(survey({ ...least.rating, scale: { min, max } }))).toEqual([]);
  });
});

describe('parseQuestionnaire(input) of a bad question: where it is, and what to do', () => {
  const kinds =
    'expected a known kind; use one of nps, csat, ces, rating, battery, choice, text, contact, note';
  const language = 'expected a language tag such as "en" or "zh-CN"';
  const texts = 'expected a text, or texts by language such as { "en": "…", "zh-CN": "…" }';
  it.each<[string, unknown, string]>([
    ['an unknown kind', { id: 'a', kind: 'stars' }, `kind: ${kinds}`],
    ['no kind', { id: 'a' }, `kind: ${kinds}`],
    [
      'an unknown field',
      { ...least.choice, shuffle: true },
      'shuffle: unknown field "shuffle"; remove it or correct its name',
    ],
    [
      'an id twice among options',
      { ...least.choice, options: [...options, options[0]] },
      'options[2].id: "price" is already the id of questions[0].options[0]; give each its own',
    ],
    [
      'an id twice among attributes',
      { ...least.battery, attributes: [...attributes, ...attributes] },
      'attributes[1].id: "speed" is already the id of questions[0].attributes[0]; give each its own',
    ],
    [
      'an option that has the name of own words',
      { ...least.choice, options: [options[0], { id: 'other', label: 'Other' }] },
      'options[1].id: "other" stands for own words; choose another id, or set "other": true',
    ],
    [
      'an option with a blank in its id',
      { ...least.choice, options: [options[0], { id: 'a b', label: 'A' }] },
      'options[1].id: expected a name of 1 to 64 letters, digits, "_" or "-" that begins with a letter; rename it',
    ],
    [
      'an option without label',
      { ...least.choice, options: [options[0], { id: 'a' }] },
      'options[1].label: missing; add it, as in { "id": …, "label": … }',
    ],
    [
      'one option',
      { ...least.choice, options: [options[0]] },
      'options: expected at least two options; add one, or ask with "kind": "note"',
    ],
    [
      'more options than anyone reads',
      { ...least.choice, options: Array.from({ length: 201 }, (_, at) => ({ id: `o${at}`, label: 'O' })) },
      'options: expected at most 200 options; leave some to "other"',
    ],
    ['yes for true', { ...least.choice, many: 'yes' }, 'many: expected true or false'],
    ['an unknown order', { ...least.choice, order: 'a-z' }, 'order: expected "given" or "random"'],
    [
      'a reversed scale',
      { ...least.rating, scale: { min: 5, max: 1 } },
      'scale: the scale is empty or reversed; "min" must be below "max"',
    ],
    [
      'a scale of one point',
      { ...least.rating, scale: { min: 1, max: 1 } },
      'scale: the scale is empty or reversed; "min" must be below "max"',
    ],
    [
      'a scale of twelve points',
      { ...least.rating, scale: { min: 0, max: 11 } },
      'scale: a scale has 2 to 11 points; bring "min" and "max" closer',
    ],
    [
      'a scale of halves',
      { ...least.rating, scale: { min: 0.5, max: 5 } },
      'scale.min: expected a whole number',
    ],
    [
      'a scale without end',
      { ...least.rating, scale: { min: 0 } },
      'scale.max: missing; add it, as in { "min": 1, "max": 5 }',
    ],
    [
      'an unknown look',
      { ...least.rating, look: 'hearts' },
      'look: expected one of numbers, stars, faces, words',
    ],
    [
      'words that are missing',
      { ...least.rating, look: 'words' },
      'words: expected 5 words, one for each point, got 0',
    ],
    [
      'a word too many',
      { ...least.rating, look: 'words', scale: { min: 1, max: 2 }, words: ['a', 'b', 'c'] },
      'words: expected 2 words, one for each point, got 3',
    ],
    [
      'words that no look shows',
      { ...least.rating, words: ['a', 'b', 'c', 'd', 'e'] },
      'words: only a rating with "look": "words" has words; add that, or write "anchors" instead',
    ],
    [
      'an empty word',
      { ...least.rating, look: 'words', scale: { min: 1, max: 2 }, words: ['a', ' '] },
      'words[1]: the text is empty; write it or leave it out',
    ],
    ['an empty label', { ...least.nps, label: '' }, 'label: the text is empty; write it or leave it out'],
    [
      'an empty label in one language',
      { ...least.nps, label: { en: 'Text', fr: '\n' } },
      'label.fr: the text is empty; write it or leave it out',
    ],
    ['a label in no language', { ...least.nps, label: {} }, 'label: expected at least one language'],
    ['a label in a bad language', { ...least.nps, label: { en_US: 'Text' } }, `label.en_US: ${language}`],
    ['a number as label', { ...least.nps, label: 5 }, `label: ${texts}`],
    ['a number as label in one language', { ...least.nps, label: { en: 5 } }, 'label.en: expected a text'],
    [
      'a label over the limit',
      { ...least.note, label: { en: 'x'.repeat(2001) } },
      'label.en: the text is longer than 2000 characters; shorten it',
    ],
    [
      'one anchor',
      { ...least.ces, anchors: { low: 'Low' } },
      'anchors.high: missing; add it, as in { "low": …, "high": … }',
    ],
    ['no anchors', { ...least.ces, anchors: 'Low' }, 'anchors: expected { "low": …, "high": … }, got "Low"'],
    [
      'the wording of an aspect that is none',
      { ...least.battery, wording: { weight: wording } },
      'wording.weight: unknown field "weight"; remove it or correct its name',
    ],
    [
      'half a wording',
      { ...least.battery, wording: { satisfaction: { name: 'Worth', low: 'Low' } } },
      'wording.satisfaction.high: missing; add it, as in { "name": …, "low": …, "high": … }',
    ],
    [
      'an aspect that is none',
      { ...least.battery, ask: ['weight'] },
      'ask[0]: expected one of importance, satisfaction, expectation, perception, standard, promise',
    ],
    [
      'nothing to ask',
      { ...least.battery, ask: [] },
      'ask: expected one or two of what to ask, such as ["importance", "satisfaction"]',
    ],
    ['no room for a text', { ...least.text, maxLength: 0 }, 'maxLength: expected 1 to 5000 characters'],
    [
      'too much room for a text',
      { ...least.text, maxLength: 5001 },
      'maxLength: expected 1 to 5000 characters',
    ],
    [
      'an empty consent',
      { ...least.contact, consent: '' },
      'consent: the text is empty; write it or leave it out',
    ],
  ])('%s', (_, question, issue) => {
    expect(issuesOf(survey(question))).toEqual([`questions[0].${issue}`]);
  });

  it('no object', () => {
    expect(issuesOf(survey('nps'))).toEqual([`questions[0]: ${kinds}`]);
  });

  it('all of them at once', () => {
    const input = survey({ ...least.nps, label: '' }, least.csat, {
      ...least.rating,
      scale: { min: 2, max: 1 },
    });
    expect(issuesOf(input).map((issue) => issue.split(':')[0])).toEqual([
      'questions[0].label',
      'questions[2].scale',
    ]);
  });

  it('words of the prompt in a bad language, or empty', () => {
    const questions = [least.nps];
    const strings = { en_US: { next: 'On' }, fr: { next: '' }, de: 'Weiter' };
    expect(issuesOf({ id: 'shop', version: 1, strings, questions })).toEqual([
      `strings.en_US: ${language}`,
      'strings.fr.next: the text is empty; write it or leave it out',
      'strings.de: expected words by name such as { "next": "Continue" }',
    ]);
    const good = { en: { next: 'On', 'endings.sent.title': 'Thanks' }, 'pt-BR': { next: 'Ir' } };
    const input = { id: 'shop', version: 1, strings: good, questions };
    expect(parseQuestionnaire(input)).toEqual({ ok: true, value: input });
  });
});

describe('parseQuestionnaire(input) of a bad condition: where it is, and what to do', () => {
  const forms =
    'expected { "question": …, and one of "equals", "in", "atMost", "atLeast", "answered" }, or "all", "any", "not"';
  it.each<[unknown, string]>([
    ['nps', `: ${forms}`],
    [null, `: ${forms}`],
    [{ question: 'nps' }, `: ${forms}`],
    [{ atMost: 6 }, '.question: missing; add it, as in { "question": …, "atMost": … }'],
    [{ question: 'nps', atMost: '6' }, '.atMost: expected a number'],
    [{ question: 'nps', atLeast: null }, '.atLeast: expected a number'],
    [{ question: 'nps', equals: true }, '.equals: expected a number or a text'],
    [{ question: 'nps', in: 6 }, '.in: expected a list of numbers or texts'],
    [{ question: 'nps', in: [6, true] }, '.in[1]: expected a number or a text'],
    [{ question: 'nps', answered: 'yes' }, '.answered: expected true or false'],
    [
      { question: 'nps', atLeast: 1, atMost: 6 },
      '.atLeast: unknown field "atLeast"; remove it or correct its name',
    ],
    [
      { question: 'a b', atMost: 6 },
      '.question: expected the id of an earlier question, or battery.aspect.attribute',
    ],
    [{ all: { question: 'nps', atMost: 6 } }, '.all: expected a list of conditions'],
    [
      { any: [{ not: { all: [{ question: 'nps', atMost: '6' }] } }] },
      '.any[0].not.all[0].atMost: expected a number',
    ],
    [{ any: [{ not: 6 }] }, `.any[0].not: ${forms}`],
    [
      { question: 'later', answered: true },
      '.question: "later" is not asked before this question; move it further up or change the condition',
    ],
    [
      { all: [{ question: 'npz', atMost: 6 }] },
      '.all[0].question: there is no question "npz"; correct the name',
    ],
  ])('%j', (showIf, issue) => {
    const questions = [least.nps, { ...least.text, showIf }, { id: 'later', kind: 'csat' }];
    expect(issuesOf(survey(...questions))).toEqual([`questions[1].showIf${issue}`]);
  });
});
