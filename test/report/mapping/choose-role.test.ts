import { describe, expect, test } from 'vitest';
import { parseMapping } from '../../../shared/mapping/parse-mapping.ts';
import { ROLE_GROUPS, roleOf, withRole } from '../../../report/mapping/choose-role.ts';
import { tableOf } from './tables.ts';

async function shop(cells: Readonly<Record<string, readonly string[]>>) {
  const names = Object.keys(cells);
  const rows = cells[names[0]].map((_, row) => names.map((name) => cells[name][row]).join(','));
  const { table } = await tableOf([names.join(','), ...rows].join('\n'));
  const { mapping } = table.guess;
  const profile = (name: string) => table.columns[table.header.indexOf(name)];
  return { mapping, profile };
}
const column = ({ columns }: { columns: readonly { column: string }[] }, name: string) =>
  columns.find((one) => one.column === name);

const cells = {
  thing: ['1', '2', '5', '9', '4', '3', '5', '1'],
  code: ['x', 'y', 'x', 'y', 'x', 'y', 'x', 'y'],
  kind: ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'],
};

describe('withRole(mapping, profile, role, origin)', () => {
  test('gives every role that is offered a column that a mapping may have', async () => {
    const { mapping, profile } = await shop(cells);
    for (const role of Object.values(ROLE_GROUPS).flat()) {
      const changed = withRole(mapping, profile('thing'), role, mapping);
      expect(roleOf(changed, 'thing')).toBe(role);
      expect(parseMapping(changed), role).toMatchObject({ ok: true });
      expect(changed.columns.map((one) => one.column)).toEqual(['thing', 'code', 'kind']);
    }
  });

  test('guesses a scale with its codes for what becomes a score, and keeps it for another score', async () => {
    const { mapping, profile } = await shop(cells);
    const scored = withRole(mapping, profile('thing'), 'csat', mapping);
    expect(column(scored, 'thing')).toMatchObject({ scale: { min: 1, max: 5 }, missing: ['9'] });
    const battery = withRole(scored, profile('thing'), 'satisfaction', mapping);
    expect(column(battery, 'thing')).toMatchObject({
      scale: { min: 1, max: 5 },
      missing: ['9'],
      attribute: 'thing',
    });
  });

  test('names the attribute by its column where another of the role has the short name', async () => {
    const { mapping, profile } = await shop({ q1_food: ['1', '2', '3'], q2_food: ['1', '2', '3'] });
    const one = withRole(mapping, profile('q1_food'), 'importance', mapping);
    const two = withRole(one, profile('q2_food'), 'importance', mapping);
    expect(column(two, 'q1_food')).toMatchObject({ attribute: 'food' });
    expect(column(two, 'q2_food')).toMatchObject({ attribute: 'q2_food' });
  });

  test.each([
    ['day', ['2024-01-31', '2024-02-01'], 'iso'],
    ['day', ['31/01/2024', '01/02/2024'], 'day-first'],
    ['day', ['1700000000', '1700000001'], 'epoch-s'],
    ['day', ['1700000000000', '1700000000001'], 'epoch-ms'],
    ['day', ['spring', 'autumn'], 'label'],
  ])('finds how times of %s are written: %j', async (name, list, form) => {
    const { mapping, profile } = await shop({ [name]: list });
    expect(column(withRole(mapping, profile(name), 'time', mapping), name)).toMatchObject({ form });
  });

  test('takes a column out of the picks, and puts it back', async () => {
    const { mapping, profile } = await shop(cells);
    const options = [{ code: '1', attribute: 'art' }];
    const origin = {
      ...mapping,
      columns: mapping.columns.filter((one) => one.column !== 'thing'),
      picks: [{ columns: ['thing'], options }],
    };
    expect(roleOf(origin, 'thing')).toBe('pick');
    const out = withRole(origin, profile('thing'), 'ignore', origin);
    expect(out.picks).toBeUndefined();
    expect(roleOf(out, 'thing')).toBe('ignore');
    const back = withRole(out, profile('thing'), 'pick', origin);
    expect(back.picks).toEqual(origin.picks);
    expect(column(back, 'thing')).toBeUndefined();
  });
});
