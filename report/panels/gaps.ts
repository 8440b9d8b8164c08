import { DRAWN_N_MIN, SMALL_SAMPLE_N_BELOW } from '../../shared/metrics/figure.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { ServiceGap } from '../../shared/metrics/five-gaps.ts';
import type { AttributeGap } from '../../shared/metrics/gaps.ts';
import type { ServiceQuality } from '../../shared/metrics/service-quality.ts';
import { axisRange } from '../charts/axis-range.ts';
import type { ChartRow, RowMark, RowMeasure } from '../charts/row-chart-model.ts';
import { figureText, signed } from '../format/figure-text.ts';
import { count, fixed, interval, mean } from '../format/numbers.ts';
import { gaps as words } from '../strings/panels/gaps.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent, PanelView } from './panel.ts';
import { rowView } from './row-view.ts';

const TICKS_MAX = 6;

type Kind = 'expectation' | 'importance';

/**
 * Where what customers get falls short: of what they expect, of what matters to them, and within the organisation.
 *
 * @returns undefined where nothing was asked in pairs
 */
export function gapsPanel(context: PanelContext): PanelContent | undefined {
  const { figures, strings, source } = context;
  const { gaps, importanceGaps, fiveGaps, serviceQuality } = figures;
  // Gap 5 alone is the view of expectations in other words.
  const five = fiveGaps?.some(({ gap }) => gap !== 5) ? fiveGaps : undefined;
  const views = [
    ...(gaps ? [pairView('expectation', gaps, serviceQuality, context)] : []),
    ...(importanceGaps ? [pairView('importance', importanceGaps, undefined, context)] : []),
    ...(five ? [fiveView(five, context)] : []),
  ];
  if (views.length === 0) return undefined;
  const json = (): string => figuresJson({ gaps, importanceGaps, fiveGaps, serviceQuality });
  return { id: 'gaps', name: words[strings.locale].name, views, json, source, strings };
}

const signedMean = (value: number): string => signed(value, mean);

function pairView(
  kind: Kind,
  gaps: readonly AttributeGap[],
  quality: ServiceQuality | undefined,
  { nameOf, strings }: PanelContext,
): PanelView {
  const text = words[strings.locale];
  const sorted = [...gaps].sort((a, b) => a.value - b.value);
  const drawn = sorted.filter(({ n }) => n >= DRAWN_N_MIN);
  const few = sorted.filter(({ n }) => n < DRAWN_N_MIN);
  const short = drawn.filter(isShort);
  const levels = drawn.flatMap(({ higher, lower }) => [higher.value, lower.value]);
  const rows = drawn.map((gap): ChartRow => ({
    id: gap.attribute,
    name: nameOf(gap.attribute),
    strong: isShort(gap),
    marks: [
      { value: gap.higher.value, from: gap.lower.value, colour: isShort(gap) ? 'act' : 'grey' },
      gapMark(gap),
    ],
    figures: [
      {
        value: signedMean(gap.value),
        strong: isShort(gap),
        ...(gap.interval && { interval: interval(gap.interval, signedMean) }),
        n: count(gap.n),
      },
    ],
  }));
  const [scale] = drawn;
  const model = {
    measures: [
      {
        title: text.level[kind],
        ...measureOn(levels.length > 0 ? levels : [0, 1], mean),
      },
      zeroMeasure(text.gap[kind], drawn),
    ],
    columns: [text.gap[kind]],
    groups: [{ rows }],
  };
  const table = {
    columns: [
      { key: 'attribute', head: text.columns.attribute },
      { key: 'gap', head: text.columns.gap, format: signedMean, look: 'strong' as const },
      { key: 'gap95', head: text.columns.interval, format: signedMean },
      { key: 'n', head: text.columns.n, format: count, look: 'muted' as const },
      { key: 'higher', head: text.columns.higher[kind], format: mean },
      { key: 'lower', head: text.columns.lower[kind], format: mean },
    ],
    rows: sorted.map(({ attribute, value, interval: ends, n, higher, lower }) => ({
      id: attribute,
      cells: [nameOf(attribute), value, ends, n, higher.value, lower.value],
    })),
  };
  return rowView(`gaps-${kind}`, model, {
    label: text.views[kind],
    verdict: text.verdict[kind](short.length, drawn.length),
    lead: quality ? qualityText(quality, strings.locale) : '',
    measures: text.measures,
    table,
    note: strings.sentences([
      scale ? text.note.pairs : '',
      few.length > 0 ? text.note.few(few.map(({ attribute }) => nameOf(attribute))) : '',
    ]),
  });
}

function qualityText(quality: ServiceQuality, locale: keyof typeof words): string {
  const text = words[locale];
  const parts = [
    ...(quality.unweighted ? [text.quality(false, figureText(quality.unweighted, signedMean))] : []),
    ...(quality.weighted ? [text.quality(true, figureText(quality.weighted, signedMean))] : []),
    ...(quality.weighted && quality.source ? [text.sources[quality.source]] : []),
  ];
  return parts.join(locale === 'en' ? ' ' : '');
}

function fiveView(gaps: readonly ServiceGap[], { nameOf, strings }: PanelContext): PanelView {
  const text = words[strings.locale];
  const groups = gaps.map(({ gap, attributes }) => ({
    title: `${text.gapNumber(gap)} · ${text.five[gap]}`,
    rows: attributes
      .filter(({ drawn }) => drawn)
      .map((one): ChartRow => ({
        id: `${gap}.${one.attribute}`,
        name: nameOf(one.attribute),
        strong: one.interval.high < 0,
        marks: [gapMark({ ...one, n: Math.min(...one.n) })],
        figures: [
          {
            value: signedMean(one.value),
            strong: one.interval.high < 0,
            interval: interval(one.interval, signedMean),
            n: [...new Set(one.n)].map(count).join(' / '),
          },
        ],
      })),
  }));
  const all = gaps.flatMap(({ attributes }) => attributes.filter(({ drawn }) => drawn));
  const [worst] = [...gaps].sort((a, b) => a.mean - b.mean);
  const named = `${text.gapNumber(worst.gap)}, ${signedMean(worst.mean)}`;
  return rowView(
    'gaps-five',
    { measures: [zeroMeasure(text.gap.five, all)], columns: [text.columns.gap], groups },
    {
      label: text.views.five,
      verdict: worst.mean < 0 ? text.verdict.five(named) : text.verdict.noShortfall,
      lead: worst.mean < 0 ? text.five[worst.gap] : '',
      table: {
        columns: [
          { key: 'attribute', head: text.columns.attribute },
          { key: 'number', head: text.gapNumber(0).replace(/\s*0/, ''), format: count },
          { key: 'gap', head: text.columns.gap, format: signedMean, look: 'strong' },
          { key: 'gap95', head: text.columns.interval, format: signedMean },
          { key: 'n', head: text.columns.n },
        ],
        rows: gaps.flatMap(({ gap, attributes }) =>
          attributes.map(({ attribute, value, interval: ends, n }) => ({
            id: `${gap}.${attribute}`,
            cells: [nameOf(attribute), gap, value, ends, [...new Set(n)].map(count).join(' / ')],
          })),
        ),
      },
      note: text.note.five,
    },
  );
}

function isShort({ interval: ends }: { readonly interval?: { readonly high: number } }): boolean {
  return ends !== undefined && ends.high < 0;
}

function gapMark(gap: {
  readonly value: number;
  readonly n: number;
  readonly interval?: { readonly low: number; readonly high: number };
}): RowMark {
  const { value, n, interval: ends } = gap;
  const small = n < SMALL_SAMPLE_N_BELOW;
  const open = !ends || (ends.low <= 0 && ends.high >= 0);
  return {
    value,
    ...(ends && { interval: ends }),
    hollow: open || small,
    dashed: small,
    colour: isShort(gap) ? 'act' : 'grey',
  };
}

function zeroMeasure(
  title: string,
  gaps: readonly {
    readonly value: number;
    readonly interval?: { readonly low: number; readonly high: number };
  }[],
): RowMeasure {
  const ends = gaps.flatMap(({ value, interval: of }) => (of ? [of.low, of.high] : [value]));
  return { title, ...measureOn([0, ...ends], (value) => signed(value, mean)), line: { at: 0 } };
}

function measureOn(
  marks: readonly number[],
  write: (value: number) => string,
): Pick<RowMeasure, 'range' | 'tickText'> {
  const range = axisRange(marks, TICKS_MAX);
  const short = (value: number): string => fixed(value, range.decimals);
  return { range, tickText: (value) => (write === mean ? short(value) : signed(value, short)) };
}
