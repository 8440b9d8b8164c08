import type { SurveyHealth } from '../../shared/metrics/survey-health.ts';
import { figureText, shareText } from '../format/figure-text.ts';
import { count, fixed, interval, percentNumber } from '../format/numbers.ts';
import { health as words } from '../strings/panels/health.ts';
import type { PanelContext } from './panel-context.ts';

/** Whether a finding is in order, worth a look, or not to be had from these data. */
export type Sign = 'fine' | 'look' | 'none';

/** One finding on how far to trust the figures. */
export interface Check {
  readonly id: string;
  readonly sign: Sign;
  readonly name: string;
  readonly finding: string;
  readonly what?: string;
}

/** More than this of one rating throughout, or of answers too fast, is worth a look. */
const CARELESS_SHARE = 0.1;
/** An attribute that fewer than this of all rated is worth a look. */
const RATED_SHARE = 0.5;

/** What the data show of each known failing, in the order of the panel. */
export function healthChecks(health: SurveyHealth, context: PanelContext): readonly Check[] {
  return [
    ...groupChecks(health, context),
    sizeCheck(health, context),
    unusedCheck(health, context),
    ...answerChecks(health, context),
    importanceCheck(context),
    ...sourceChecks(health, context),
    ...roundChecks(health, context),
  ].filter((check) => check !== undefined);
}

function groupChecks(health: SurveyHealth, { ofSummary, nameOf, strings }: PanelContext): readonly Check[] {
  const { fields } = ofSummary?.surveyHealth ?? health;
  const { groups, small } = words[strings.locale];
  // A field of one value tells nobody from anybody; of very many, the values are not told.
  const telling = fields.filter(({ values, tooMany }) => tooMany || values.length > 1);
  const names = telling.map(({ field }) => nameOf(`context.${field}`));
  const few = fields.reduce((sum, field) => sum + field.small, 0);
  return [
    {
      id: 'groups',
      sign: telling.length > 0 ? 'fine' : 'look',
      name: groups.name,
      finding: telling.length > 0 ? groups.found(telling.length) : groups.none,
      what: strings.list(names),
    },
    ...(few > 0
      ? [
          {
            id: 'small-groups',
            sign: 'look' as const,
            name: small.name,
            finding: small.found(few),
            what: small.what,
          },
        ]
      : []),
  ];
}

function sizeCheck(health: SurveyHealth, { figures, strings }: PanelContext): Check {
  const { size } = words[strings.locale];
  const { nps, csat } = figures;
  const half = (of: { readonly low: number; readonly high: number }, scale: number): string =>
    fixed((scale * (of.high - of.low)) / 2, 1);
  const short = health.sampleSizes.filter(({ needed, have }) => have < needed);
  return {
    id: 'size',
    sign: short.length === 0 ? 'fine' : 'look',
    name: size.name,
    finding: `n ${count(health.records)}`,
    what: [
      ...(nps?.interval ? [size.nps(half(nps.interval, 1))] : []),
      ...(csat?.interval ? [size.csat(half(csat.interval, 100))] : []),
      ...(short.length > 0 ? [size.short(Math.max(...short.map(({ needed }) => needed)))] : []),
    ].join(' · '),
  };
}

function unusedCheck(health: SurveyHealth, { figures, nameOf, strings }: PanelContext): Check | undefined {
  const { unused } = words[strings.locale];
  const rated = new Set(figures.satisfaction.map(({ key }) => key));
  const columns = health.columns.filter(({ key }) => rated.has(key));
  const [least] = [...columns].sort((a, b) => a.answered - b.answered);
  if (columns.length < 2 || !least) return undefined;
  const score = figures.satisfaction.find(({ key }) => key === least.key);
  const complete = health.ratings.slice(columns.length).reduce((sum, n) => sum + n, 0);
  return {
    id: 'unused',
    sign: least.answered < RATED_SHARE * health.records ? 'look' : 'fine',
    name: unused.name,
    finding: unused.found(nameOf(score?.attribute ?? least.key), least.answered, health.records),
    what: unused.what(complete, columns.length),
  };
}

function answerChecks(
  { straightLining, speeders, columns, duplicates, duplicatesChecked }: SurveyHealth,
  { strings }: PanelContext,
): readonly Check[] {
  const text = words[strings.locale];
  const rejected = columns.reduce((sum, column) => sum + column.rejected, 0);
  const careless = (
    id: string,
    figure: typeof speeders,
    name: string,
    what: (n: number) => string,
  ): Check[] =>
    figure
      ? [
          {
            ...{ id, name },
            sign: figure.value > CARELESS_SHARE ? 'look' : 'fine',
            finding: `${shareText(figure)} ${figure.interval ? interval(figure.interval, (end) => percentNumber(end, 1)) : ''}`,
            what: what(figure.n),
          },
        ]
      : [];
  const { same, conflicting } = duplicates;
  return [
    ...careless('straight-lining', straightLining, text.straight.name, text.straight.what),
    ...careless('speeders', speeders, text.speed.name, text.speed.what),
    {
      id: 'rejected',
      sign: rejected === 0 ? 'fine' : 'look',
      name: text.rejected.name,
      finding: count(rejected),
      what: rejected === 0 ? '' : text.rejected.what,
    },
    {
      id: 'duplicates',
      sign: !duplicatesChecked ? 'none' : conflicting > 0 ? 'look' : 'fine',
      name: text.duplicates.name,
      finding: duplicatesChecked ? text.duplicates.found(same, conflicting) : text.duplicates.unchecked,
    },
  ];
}

function importanceCheck({ figures, strings }: PanelContext): Check {
  const { importance } = words[strings.locale];
  const asked = figures.importance.length > 0 || figures.matrix?.importance === 'picks';
  return {
    id: 'importance',
    sign: asked ? 'fine' : 'look',
    name: importance.name,
    finding: asked ? importance.asked : importance.derived,
    what: asked ? '' : importance.what,
  };
}

function sourceChecks(
  { weights, samplesDiffer }: SurveyHealth,
  { figures, strings }: PanelContext,
): readonly Check[] {
  const text = words[strings.locale];
  const whole = (value: number): string => fixed(value, 0);
  const { nps, responseRate } = figures;
  return [
    ...(weights
      ? [
          {
            id: 'weights',
            sign: weights.weightless > 0 ? ('look' as const) : ('fine' as const),
            name: text.weights.name,
            finding: text.weights.effective(weights.effectiveN),
            what: [
              ...(nps && weights.npsUnweighted
                ? [text.weights.with(figureText(nps, whole), figureText(weights.npsUnweighted, whole))]
                : []),
              ...(weights.weightless > 0 ? [text.weights.left(weights.weightless)] : []),
            ].join(' · '),
          },
        ]
      : []),
    ...(samplesDiffer
      ? [
          {
            id: 'samples',
            sign: 'look' as const,
            name: text.samples.name,
            finding: text.samples.differ,
            what: text.samples.what,
          },
        ]
      : []),
    {
      id: 'response-rate',
      sign: responseRate ? 'fine' : 'none',
      name: text.response.name,
      finding: responseRate ? shareText(responseRate) : text.absent,
      what: responseRate ? '' : text.response.what,
    },
  ];
}

function roundChecks(
  { failings }: SurveyHealth,
  { figures, ofSummary, strings }: PanelContext,
): readonly Check[] {
  const { journey, followUp, absent } = words[strings.locale];
  const stops = (ofSummary ?? figures).journey?.touchpoints.length ?? 0;
  const again = failings.find(({ failing }) => failing === 10)?.verdict !== 'look';
  return [
    {
      id: 'journey',
      sign: stops > 1 ? 'fine' : 'none',
      name: journey.name,
      finding: stops > 0 ? journey.found(stops) : absent,
      what: stops > 1 ? '' : journey.what,
    },
    ...(again
      ? []
      : [
          {
            id: 'follow-up',
            sign: 'look' as const,
            name: followUp.name,
            finding: followUp.none,
            what: followUp.what,
          },
        ]),
  ];
}
