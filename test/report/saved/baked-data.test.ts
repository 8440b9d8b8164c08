import { describe, expect, it } from 'vitest';
import { BAKED_FORMAT, BAKED_VERSION, parseBakedReport } from '../../../report/baked-data.ts';
import { outcomeOf } from '../support/some-answers.ts';
import { somePlan } from '../support/some-plan.ts';
import { SHOP_QUESTIONNAIRE } from '../support/some-shop.ts';

const files = [{ name: 'a.csv', text: 'id,survey,nps\na,shop,9\nb,shop,10\n' }];
const HEAD = { format: BAKED_FORMAT, version: BAKED_VERSION };

describe('parseBakedReport(input)', () => {
  it('gives the files that stand in the page, questionnaires last', async () => {
    const baked = parseBakedReport({ ...HEAD, files, questionnaires: [JSON.parse(SHOP_QUESTIONNAIRE)] });
    if (!baked.ok) throw new TypeError('expected a report');
    expect(baked.value.files.map(({ name }) => name)).toEqual(['a.csv', 'questionnaires.json']);
    const { figures, labels, problems } = await outcomeOf(baked.value.files);
    expect(problems).toEqual([]);
    expect(figures).toMatchObject({ value: { nps: { n: 2, value: 100 } } });
    expect(labels.has('service.speed')).toBe(true);
  });

  it('gives language, choices and plan where they stand in it', () => {
    const more = {
      language: 'zh-TW',
      state: { survey: 'shop', filter: { fields: { tier: ['gold'] } } },
      plan: somePlan(),
    };
    expect(parseBakedReport({ ...HEAD, files, ...more })).toMatchObject({ ok: true, value: more });
  });

  it.each([
    [undefined, ''],
    ['', ''],
    [{}, 'format'],
    [{ format: 'other', version: 1, files }, 'format'],
    [{ ...HEAD, version: 2, files }, 'version'],
    [{ ...HEAD, files: [{ name: 'a' }] }, 'files[0].text'],
    [HEAD, 'files'],
    [{ ...HEAD, files, language: 'fr' }, 'language'],
    [{ ...HEAD, files, state: { survey: 7 } }, 'state'],
    [{ ...HEAD, files, state: { filter: { fields: {} }, matrix: { crosshair: { kind: 'own' } } } }, 'state'],
    [{ ...HEAD, files, plan: { ...somePlan(), survey: 7 } }, 'plan.survey'],
    [{ ...HEAD, files, script: 'x' }, 'script'],
  ])('refuses %j at %j', (input, path) => {
    const baked = parseBakedReport(input);
    expect(baked.ok ? [] : baked.issues.map((issue) => issue.path)).toContain(path);
  });
});
