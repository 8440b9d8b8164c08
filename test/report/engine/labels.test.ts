import { expect, test } from 'vitest';
import { mappingLabels } from '../../../report/engine/labels.ts';
import { namer } from '../../../report/parts/names.ts';

test('mappingLabels(mapping) names a context field by its own name, or else by its column', () => {
  const label = { en: 'Flight', 'zh-CN': '航班' };
  const labels = mappingLabels({
    ...{ format: 'fourfold-map', version: 1, survey: 'a' },
    columns: [
      { column: 'flight_type', role: 'segment', label },
      { column: 'c7', role: 'segment', field: 'purpose', label: 'Purpose of the journey' },
    ],
  });
  const nameOf = namer(labels, 'zh-CN');
  expect([nameOf('context.flight_type'), nameOf('context.purpose')]).toEqual([
    '航班',
    'Purpose of the journey',
  ]);
});
