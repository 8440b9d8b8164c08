import { describe, expect, test } from 'vitest';
import { columnRole } from '../../../report/engine/column-role.ts';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';

const options = ['price', 'range'].map((id) => ({ id, label: id }));
const shop: Questionnaire = {
  id: 'shop',
  version: 1,
  questions: [
    { id: 'recommend', kind: 'nps' },
    { id: 'overall', kind: 'csat' },
    { id: 'ease', kind: 'ces' },
    { id: 'stars', kind: 'rating', label: 'Stars' },
    { id: 'depth', kind: 'rating', label: 'Depth', scale: { min: -5, max: 5 } },
    { id: 'why', kind: 'text' },
    { id: 'reason', kind: 'choice', label: 'Reason', options, other: true },
    { id: 'me', kind: 'contact' },
    { id: 'hello', kind: 'note', label: 'Hello' },
    { id: 'service', kind: 'battery', ask: ['promise'], attributes: [{ id: 'speed', label: 'Speed' }] },
    { id: 'ces', kind: 'text' },
  ],
};

function scale(column: string, questionnaire?: Questionnaire): string | undefined {
  const role = columnRole(column, questionnaire);
  if (role.kind !== 'scale') return undefined;
  const { role: measure, min, max } = role.definition;
  return `${measure} ${min}...${max}`;
}

describe('columnRole(column, questionnaire)', () => {
  test.each([
    ['recommend', 'nps 0...10'],
    ['overall', 'csat 1...5'],
    ['ease', 'ces 1...7'],
    ['stars', 'rating 1...5'],
    ['depth', 'rating -5...5'],
    ['service.promise.speed', 'promise 1...5'],
  ])('puts %s on its scale: %s', (column, expected) => {
    expect(scale(column, shop)).toBe(expected);
  });

  test.each([
    ['why', 'comment'],
    ['ces', 'comment'],
    ['reason', 'choice'],
    ['reason.other', 'comment'],
    ['me.name', 'contact'],
    ['me.reach', 'contact'],
    ['me.consent', 'contact'],
    ['context.tier', 'context'],
    ['answeredAt', 'fixed'],
  ])('knows %s for %s, which is in no figure', (column, kind) => {
    expect(columnRole(column, shop).kind).toBe(kind);
  });

  test.each([
    ...['hello', 'me', 'service', 'nps', 'nobody', 'recommend.other', 'me.other', 'reason.reach', 'me.phone'],
    ...['service.promise.parking', 'service.importance.speed', 'stars.promise.speed', 'reason.other.speed'],
    ...['me.reach.x.y', '.other.', ''],
  ])('does not know %j, which its questionnaire explains otherwise or not at all', (column) => {
    expect(
      columnRole(column, {
        ...shop,
        questions: shop.questions.concat({ id: 'nps', kind: 'note', label: 'N' }),
      }),
    ).toEqual({
      kind: 'unknown',
    });
  });

  test.each([
    ['nps', 'nps 0...10'],
    ['csat', 'csat 1...5'],
    ['ces', 'ces 1...7'],
    ['service.satisfaction.speed', 'satisfaction 1...5'],
  ])('puts %s on its scale without a questionnaire too', (column, expected) => {
    expect(scale(column)).toBe(expected);
  });

  test.each([
    ['reason.other', 'comment'],
    ['contact.name', 'contact'],
    ['contact.reach', 'contact'],
    ['contact.consent', 'contact'],
    ['rating', 'unknown'],
    ['choice', 'unknown'],
    ['contact', 'unknown'],
    ['note', 'unknown'],
    ['battery', 'unknown'],
    ['stars', 'unknown'],
  ])('without a questionnaire takes %s for %s', (column, kind) => {
    expect(columnRole(column, undefined).kind).toBe(kind);
  });
});
