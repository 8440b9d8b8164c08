import type { Figure } from '../../shared/metrics/figure.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { Expected } from './read-tables.ts';

const DRAWN_FROM = 10;
const SHARES = ['csat', 'ces', 'loyal'];

/** Rows of one table: cells by column, and by what they are multiplied. */
export type Rows = ReadonlyMap<string, Readonly<Record<string, readonly [Expected, number?]>>>;

/** Value, interval and n of a figure, under the names that columns have. */
function parts(
  name: string,
  n: string,
  figure: Pick<Figure, 'value' | 'n' | 'interval'> | undefined,
  scale = 1,
): Record<string, readonly [Expected, number]> {
  return {
    [name]: [figure?.value, scale],
    [`${name}95`]: [figure?.interval, scale],
    [n]: [figure?.n, 1],
  };
}

/** A key figure as the overview has it. */
function key(figure: Figure | undefined, scale = 1): Record<string, readonly [Expected, number]> {
  return { value: [figure?.value, scale], interval: [figure?.interval, scale], n: [figure?.n, 1] };
}

function matrixWeight(weight: Figure | undefined): Record<string, readonly [Expected, number]> {
  return {
    ...{ weight: [weight?.value, 100], 'weight-interval': [weight?.interval, 100] },
    'weight-n': [weight?.n, 1],
  };
}

/** An attribute's name without that of its question. */
const nameOf = (attribute: string): string => attribute.slice(attribute.indexOf('.') + 1);
const periods = ({
  points,
}: {
  readonly points: readonly { readonly figure?: { readonly n: number } }[];
}): number => points.filter(({ figure }) => isDrawn(figure)).length;
const scaleOf = (measure: string): number => (SHARES.includes(measure) ? 100 : 1);
const isDrawn = (figure: { readonly n: number } | undefined): boolean => (figure?.n ?? 0) >= DRAWN_FROM;

/** What each panel's tables must hold, made of the command line's figures alone. */
export function expectedTables(figures: Figures): ReadonlyMap<string, readonly Rows[]> {
  const {
    derivedImportance,
    statedAgainstDerived = [],
    csi,
    index = [],
    serviceLevel,
    ratings = [],
  } = figures;
  const weights = new Map(derivedImportance?.relative.weights.map((weight) => [weight.key, weight]));
  const weighed = derivedImportance?.correlations.every(({ key }) => weights.has(key)) === true;
  const gapRows = (gaps: Figures['gaps'] = []): Rows =>
    new Map(
      gaps.map((gap) => [
        gap.attribute,
        { ...parts('gap', 'n', gap), higher: [gap.higher.value], lower: [gap.lower.value] },
      ]),
    );
  const level = ({ levels }: NonNullable<Figures['serviceLevel']>): Rows =>
    new Map(
      levels.map((one) => [
        String(one.level),
        { ...parts('share', 'n', one, 100), answers: [one.count] as const },
      ]),
    );
  const compared = (
    found: { readonly value: number; readonly interval: Expected; readonly holm?: number } | undefined,
    name: string,
    scale: number,
  ): Record<string, readonly [Expected, number]> => ({
    [name]: [found?.value, scale],
    [`${name}95`]: [found?.interval, scale],
    holm: [found?.holm, 1],
  });
  const { nps, csat, satisfiedNotLoyal, responseRate, matrix, plan = [] } = figures;
  const tables = new Map<string, readonly Rows[]>([
    [
      'matrix',
      [
        new Map(
          (matrix?.points ?? []).map((point) => [
            nameOf(point.attribute),
            {
              ...{ mean: [point.satisfaction.value], interval: [point.satisfaction.interval] },
              ...{ n: [point.satisfaction.n], importance: [point.importance.value] },
              ...{ 'importance-interval': [point.importance.interval], 'importance-n': [point.importance.n] },
              ...(weighed && matrixWeight(weights.get(point.satisfaction.key))),
            },
          ]),
        ),
      ],
    ],
    [
      'overview',
      [
        new Map([
          ['nps', key(nps)],
          ['csat', key(csat, 100)],
          ['mean', key(csat?.mean)],
          ['satisfied-not-loyal', key(satisfiedNotLoyal, 100)],
          ...(responseRate ? [['response-rate', key(responseRate, 100)] as const] : []),
        ]),
      ],
    ],
    ['plan', [new Map(plan.map(({ attribute, beat }) => [attribute, { beat: [beat] }]))]],
    [
      'drivers',
      [
        new Map(
          (derivedImportance?.correlations ?? []).filter(isDrawn).map((figure) => [
            figure.attribute,
            {
              ...parts('r', 'rN', figure),
              spearman: [figure.spearman?.value],
              ...(weighed && parts('weight', 'weightN', weights.get(figure.key), 100)),
            },
          ]),
        ),
      ],
    ],
    [
      'stated',
      [
        new Map(
          statedAgainstDerived.map(({ attribute, stated, derived }) => [
            attribute,
            { ...parts('stated', 'statedN', stated), ...parts('derived', 'derivedN', derived) },
          ]),
        ),
      ],
    ],
    ['gaps', [gapRows(figures.gaps), gapRows(figures.importanceGaps)].filter(({ size }) => size > 0)],
    [
      'index',
      [
        new Map([
          ...(csi ? [['csi', parts('score', 'n', csi)] as const] : []),
          ...index.map((factor) => [factor.factor, parts('score', 'n', factor)] as const),
        ]),
        ...(serviceLevel ? [level(serviceLevel)] : []),
        new Map(
          ratings
            .filter(({ key }) => key !== serviceLevel?.key)
            .map(({ key, mean }) => [key, parts('mean', 'n', mean)]),
        ),
      ].filter(({ size }) => size > 0),
    ],
    [
      'loyalty',
      [
        new Map(
          (figures.satisfactionLoyalty?.levels ?? []).map((of) => [
            String(of.answer),
            {
              ...{ detractors: [of.detractors], passives: [of.passives], promoters: [of.promoters] },
              ...{ n: [of.n], detractorsShare: [of.shares?.detractors, 100] },
              ...{ passivesShare: [of.shares?.passives, 100], promotersShare: [of.shares?.promoters, 100] },
            },
          ]),
        ),
      ],
    ],
    [
      'segments',
      (figures.segments ?? [])
        .filter(({ fields }) => fields.some((of) => of.segments.some(({ figure }) => isDrawn(figure))))
        .map(
          ({ measure, fields }) =>
            new Map(
              fields
                // One value tells nobody from anybody.
                .filter(({ segments }) => segments.length > 1)
                .flatMap(({ field, segments }) =>
                  segments.map(({ value, figure, difference: found }) => [
                    `${field}.${value}`,
                    {
                      ...parts('value', 'n', figure, scaleOf(measure)),
                      ...compared(found, 'difference', scaleOf(measure)),
                    },
                  ]),
                ),
            ),
        ),
    ],
    [
      'journey',
      (figures.journey?.measures ?? []).map(
        ({ measure, stops }) =>
          new Map(
            stops.map(({ touchpoint, figure, drag, difference: found }) => [
              touchpoint,
              {
                ...parts('value', 'n', figure, scaleOf(measure)),
                drag: [drag, scaleOf(measure)],
                ...compared(found, 'difference', scaleOf(measure)),
              },
            ]),
          ),
      ),
    ],
    [
      'trend',
      (figures.trend?.series ?? [])
        .filter(({ attribute }) => !attribute)
        // What was asked longest stands first.
        .sort((a, b) => periods(b) - periods(a))
        .map(({ measure, points, changes, verdict }) => {
          const all = [...changes, ...(verdict ? [verdict] : [])];
          const change = new Map(all.map(({ to, difference: found }) => [to, found]));
          return new Map(
            points.map(({ label, figure }) => [
              label,
              {
                ...parts('value', 'n', figure, scaleOf(measure)),
                ...compared(change.get(label), 'change', scaleOf(measure)),
              },
            ]),
          );
        }),
    ],
    [
      'trend-attributes',
      [
        new Map(
          (figures.trend?.series ?? [])
            .filter(({ attribute, verdict }) => attribute && verdict)
            .flatMap(({ measure, points }) =>
              points.map(({ label, figure }) => [`${measure} ${label}`, parts('value', 'n', figure)]),
            ),
        ),
      ],
    ],
  ]);
  return new Map([...tables].filter(([, views]) => views.some(({ size }) => size > 0)));
}
