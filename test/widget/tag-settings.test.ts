import { describe, expect, test } from 'vitest';
import { tagSettings } from '../../widget/tag-settings.ts';

/** What a script's attributes are read as. */
function read(attributes: Record<string, string>): Record<string, unknown>[] {
  const list = Object.entries(attributes).map(([name, value]) => ({ name: `data-${name}`, value }));
  const tag = { localName: 'script', attributes: list } as unknown as Element; // all that is read of it
  return [...tagSettings(tag)].map((settings) => ({ ...settings }));
}

describe('tagSettings()', () => {
  test.each([
    ['nps', 'nps'],
    ['', true],
    ['true', true],
    ['false', false],
    ['0.2', 0.2],
    ['-1', -1],
    ['"07"', '07'],
    ['"yes"', 'yes'],
    ['["a", "b"]\n', ['a', 'b']],
    [' { "tier": "gold" } ', { tier: 'gold' }],
    ['2026-03-01', '2026-03-01'],
    ['full-page', 'full-page'],
    ['/collect/1', '/collect/1'],
    ['{"tier":', '{"tier":'],
    ['好', '好'],
  ])('reads %j as %j', (text, value) => {
    expect(read({ survey: 'nps', delay: text })[0].delay).toEqual(value);
  });

  test('gives an entry for each survey that is named, between whatever space', () => {
    expect(read({ survey: ' nps\n csat ' }).map(({ survey }) => survey)).toEqual(['nps', 'csat']);
  });

  test('takes fields of the context as they are written', () => {
    expect(read({ survey: 'nps', context: '{"tier":"gold"}', 'context-order': '07' })[0].context).toEqual({
      tier: 'gold',
      order: '07',
    });
  });
});
