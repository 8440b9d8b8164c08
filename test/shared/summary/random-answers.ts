import {
  CELL_NOT_APPLICABLE,
  CELL_REJECTED,
  CELL_SKIPPED,
  type Columns,
} from '../../../report/engine/columns.ts';
import { ColumnsBuilder } from '../../../report/engine/columns-builder.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';
import type { RecordStatus, ScaleDefinition } from '../../../shared/summary/summary.ts';

/** One made-up record. */
export interface RandomRecord {
  readonly id: string;
  readonly survey: string;
  readonly surveyVersion?: number;
  readonly audience?: string;
  readonly status: RecordStatus;
  readonly shownAt?: number;
  /** Value by column key, or a code from 1000 on for a missing answer. */
  readonly cells: Readonly<Record<string, number>>;
}

export const MISSING = { skipped: 1000, notApplicable: 1001, rejected: 1002 } as const;

const attribute = (role: 'satisfaction' | 'importance', name: string): ScaleDefinition => ({
  key: `service.${role}.${name}`,
  role,
  question: 'service',
  attribute: name,
  min: 1,
  max: 5,
});

export const SCALES: readonly ScaleDefinition[] = [
  { key: 'nps', role: 'nps', question: 'nps', min: 0, max: 10 },
  { key: 'csat', role: 'csat', question: 'csat', min: 1, max: 5, label: 'Overall' },
  attribute('satisfaction', 'speed'),
  attribute('satisfaction', 'parking'),
  attribute('satisfaction', 'wifi'),
  attribute('importance', 'speed'),
  attribute('importance', 'parking'),
  { key: 'effort', role: 'rating', question: 'effort', min: 0, max: 100 },
  { key: 'ces', role: 'ces', question: 'ces', min: 1, max: 7 },
  { key: 'stay', role: 'rating', question: 'stay', min: 1, max: 10 },
];

/** Records of two surveys, two versions and two audiences, with every kind of missing answer. */
export function randomRecords(seed: number, count: number): RandomRecord[] {
  const draw = uniformDraws(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(draw() * values.length)];
  return Array.from({ length: count }, (_, k) => {
    const survey = pick(['airport', 'airport', 'shop']);
    const version = pick([1, 2, undefined]);
    const audience = pick([undefined, undefined, 'customer', 'manager']);
    const shown = survey === 'shop' ? SCALES.slice(0, 2) : SCALES.slice(0, version === 1 ? 4 : SCALES.length);
    const cells = Object.fromEntries(
      shown.flatMap(({ key, min, max }): [string, number][] => {
        const chance = draw();
        if (chance < 0.1) return [];
        if (chance < 0.3) return [[key, pick(Object.values(MISSING))]];
        return [[key, min + Math.floor(draw() * (max - min + 1))]];
      }),
    );
    return {
      id: `${seed}-${k}`,
      survey,
      ...(version === undefined ? {} : { surveyVersion: version }),
      ...(audience === undefined ? {} : { audience }),
      status: pick(['shown', 'dismissed', 'partial', 'completed'] as const),
      ...(draw() < 0.05 ? {} : { shownAt: 1_700_000_000_000 + Math.floor(draw() * 90) * 60_000 }),
      cells,
    };
  });
}

/** The table of such records. */
export function columnsOfRecords(records: readonly RandomRecord[], scales = SCALES): Columns {
  const builder = new ColumnsBuilder();
  const handles = new Map(scales.map((scale) => [scale.key, builder.scale(scale)]));
  for (const record of records) {
    const row = builder.add(record);
    for (const [key, value] of Object.entries(record.cells)) {
      const handle = handles.get(key) ?? -1;
      if (value === MISSING.skipped) builder.missing(row, handle, CELL_SKIPPED);
      else if (value === MISSING.notApplicable) builder.missing(row, handle, CELL_NOT_APPLICABLE);
      else if (value === MISSING.rejected) builder.missing(row, handle, CELL_REJECTED);
      else builder.cell(row, handle, value);
    }
  }
  return builder.build();
}
