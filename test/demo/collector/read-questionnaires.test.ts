import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readQuestionnaires } from '../../../demo/collector/read-questionnaires.ts';
import { KINDS } from '../../../shared/questionnaire/questionnaire.ts';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { CollectorUnderTest } from './open-collector.ts';

const label = { en: 'Label', 'zh-CN': '标签' };
const items = ['a', 'b'].map((id) => ({ id, label }));
const every: Questionnaire = {
  id: 'every',
  version: 2,
  strings: { en: { next: 'Continue' } },
  questions: [
    { id: 'nps', kind: 'nps' },
    { id: 'csat', kind: 'csat' },
    { id: 'ces', kind: 'ces' },
    { id: 'depth', kind: 'rating', label, scale: { min: -5, max: 5 }, look: 'numbers' },
    { id: 'service', kind: 'battery', ask: ['perception'], attributes: items },
    { id: 'picks', kind: 'choice', label, options: items, many: true, other: true, order: 'random' },
    { id: 'why', kind: 'text', showIf: { question: 'picks', equals: 'other' } },
    { id: 'contact', kind: 'contact', consent: label },
    { id: 'thanks', kind: 'note', label },
  ],
};
const bare: Questionnaire = { id: 'bare', version: 1, questions: [{ id: 'nps', kind: 'nps' }] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('readQuestionnaires(paths)', () => {
  it('reads files, and the .json files of folders in order of name', () => {
    const file = write('b.json', bare);
    write('a.json', every);
    write('notes.txt', 'not JSON');
    expect(every.questions.map(({ kind }) => kind)).toEqual(KINDS);
    expect(readQuestionnaires([folder, file])).toEqual([every, bare, bare]);
  });

  it('gives every kind of question to the report', async () => {
    const collector = await CollectorUnderTest.open({
      questionnaires: readQuestionnaires([write('a.json', every)]),
    });
    expect(await (await collector.owner('/questionnaires.json')).json()).toEqual({ questionnaires: [every] });
    await collector.remove();
  });

  it('names the file, and all that is to be corrected in it', () => {
    const file = write('a.json', { ...bare, version: 0, questions: [{ id: 'a', kind: 'stars' }] });
    expect(() => readQuestionnaires([file])).toThrow(
      `${file}: version: expected 1 or more\n${file}: questions[0].kind: expected a known kind; use one of`,
    );
    const text = write('b.json', '"nps"');
    expect(() => readQuestionnaires([text])).toThrow(`${text}: expected { "id"`);
    const broken = write('c.json', '{');
    expect(() => readQuestionnaires([broken])).toThrow(`${broken}: not JSON`);
  });
});
