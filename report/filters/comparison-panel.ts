import { compareFigures, type ComparedMeasure } from '../../shared/metrics/compare-figures.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import { comparable } from '../../shared/metrics/measure.ts';
import type { MeasureFormat } from '../format/figure-text.ts';
import { count, fixed } from '../format/numbers.ts';
import { formatFor, measureName } from '../panels/measure-names.ts';
import type { PanelContext } from '../panels/panel-context.ts';
import type { PanelContent } from '../panels/panel.ts';
import type { PanelTable } from '../panels/panel-table.ts';
import type { CompareState } from '../state.ts';
import { filters as words } from '../strings/panels/filters.ts';

/** Differences that the verdict names. */
const NAMED_MAX = 2;

/** Two groups of records side by side. */
export interface Sides {
  readonly compare: CompareState;
  readonly a: Figures;
  readonly b: Figures;
}

/** Every measure of two groups, and the difference with its interval. */
export function comparisonPanel(
  { compare, a, b }: Sides,
  options: FiguresOptions,
  { nameOf, strings, source }: Omit<PanelContext, 'figures'>,
): PanelContent {
  const text = words[strings.locale].comparison;
  const compared = compareFigures(a, b, options).map((measure) => ({
    ...measure,
    name: measureName(measure.measure, nameOf, strings),
    format: formatOf(measure),
  }));
  const differing = compared.filter(({ difference }) => difference?.differs);
  const named = differing.slice(0, NAMED_MAX).map(({ name, format, difference }) => ({
    measure: name,
    distance: withUnit(format, format.value(Math.abs(difference?.value ?? 0))),
    higher: (difference?.value ?? 0) > 0 ? words[strings.locale].first : words[strings.locale].second,
  }));
  const shown = (value: string): string => (value === '' ? words[strings.locale].none : value);
  return {
    ...{ id: 'comparison', name: text.name, source, strings },
    aside: text.aside(shown(compare.a), shown(compare.b)),
    views: [
      {
        verdict: compared.some(isJudged) ? text.verdict(named, differing.length - named.length) : text.tooFew,
        table: tableOf(compared, text),
        note: text.note,
      },
    ],
    json: () => JSON.stringify({ ...compare, measures: compareFigures(a, b, options) }, undefined, 2),
  };
}

type Named = ComparedMeasure & { readonly name: string; readonly format: MeasureFormat };

function formatOf({ measure, a, b }: ComparedMeasure): MeasureFormat {
  return formatFor(
    measure,
    [a, b].flatMap((figure) => (figure ? [figure] : [])),
  );
}

function withUnit({ unit }: MeasureFormat, text: string): string {
  return unit === '' ? text : `${text}\u202F${unit}`;
}

function isJudged({ a, b }: ComparedMeasure): boolean {
  return a !== undefined && b !== undefined && comparable(a, b);
}

type Words = (typeof words)['en']['comparison'];

function tableOf(compared: readonly Named[], { columns, verdicts }: Words): PanelTable {
  const value = (each: number, row: number): string =>
    withUnit(compared[row].format, compared[row].format.value(each));
  const plain = (each: number, row: number): string => compared[row].format.value(each);
  const difference = (each: number, row: number): string => compared[row].format.difference(each);
  return {
    columns: [
      { key: 'measure', head: columns.measure },
      { key: 'a', head: columns.a, format: value, look: 'strong' },
      { key: 'aInterval', head: columns.interval, format: plain },
      { key: 'aN', head: columns.n, format: count, look: 'muted' },
      { key: 'b', head: columns.b, format: value, look: 'strong' },
      { key: 'bInterval', head: columns.interval, format: plain },
      { key: 'bN', head: columns.n, format: count, look: 'muted' },
      { key: 'difference', head: columns.difference, format: difference, look: 'strong' },
      { key: 'differenceInterval', head: columns.interval, format: difference },
      { key: 'holm', head: columns.holm, format: (p) => fixed(p, 3), look: 'muted' },
      { key: 'verdict', head: columns.verdict },
    ],
    rows: compared.map((one) => ({
      id: one.measure,
      strong: one.difference?.differs === true,
      cells: [
        one.name,
        ...[one.a?.value, one.a?.interval, one.a?.n],
        ...[one.b?.value, one.b?.interval, one.b?.n],
        ...[one.difference?.value, one.difference?.interval, one.difference?.holm],
        verdictOf(one, verdicts),
      ],
    })),
  };
}

function verdictOf(one: Named, verdicts: Words['verdicts']): string {
  const { difference, format } = one;
  if (!isJudged(one) || !difference) return verdicts.few;
  if (difference.differs) return verdicts.differs;
  return difference.atMost === undefined ? verdicts.none : verdicts.atMost(format.value(difference.atMost));
}
