import type { FileProblemCode } from '../engine/file-problem.ts';
import type { Rejection } from '../engine/rejections.ts';
import { CERTAINTY_CAPPED_ABOVE, certainty, count, percent, THIN_GAP, scaleText } from '../format/numbers.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

function word(n: number): string {
  return WORDS[n] ?? count(n);
}

/** Certainty beyond what is printed is "over", not "at least >". */
function atLeast(least: number): string {
  return least > CERTAINTY_CAPPED_ABOVE ? `over 99${THIN_GAP}%` : `at least ${certainty(least)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

function list(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  const mark = names.length > 2 && names.some((name) => name.includes(',')) ? ';' : ',';
  return `${names.slice(0, -1).join(`${mark} `)} and ${names[names.length - 1]}`;
}

function day(time: number): { d: number; m: string; y: number } {
  const date = new Date(time);
  return { d: date.getUTCDate(), m: MONTHS[date.getUTCMonth()], y: date.getUTCFullYear() };
}

function period(from: number, until: number): string {
  const a = day(from);
  const b = day(until);
  if (a.y !== b.y) return `${a.d} ${a.m} ${a.y} – ${b.d} ${b.m} ${b.y}`;
  if (a.m !== b.m) return `${a.d} ${a.m} – ${b.d} ${b.m} ${b.y}`;
  return a.d === b.d ? `${a.d} ${a.m} ${a.y}` : `${a.d}–${b.d} ${b.m} ${b.y}`;
}

/** All words of the page in English; the form that every language fills. */
export const en = {
  locale: 'en',
  title: 'Fourfold report',
  list,
  /** Sentences one after the other. */
  sentences: (parts: readonly string[]) => parts.filter((part) => part !== '').join(' '),
  period,
  header: { add: 'Add a file', print: 'Print', language: 'Language', skip: 'Skip to the report' },
  empty: {
    title: 'Drop your survey answers here',
    promise:
      'A few seconds later you read what to improve first, and how sure you can be. Nothing is sent: this page has no connection, and your file stays on this computer.',
    choose: 'Choose files',
    several:
      'Several at once is fine; a questionnaire beside them gives the attributes their names. Or paste a table from a spreadsheet.',
    columns: [
      {
        title: 'What it reads',
        rows: [
          ['Tables of answers, yours to map', 'CSV, TSV'],
          ['Fourfold exports, questionnaires', 'CSV, JSON'],
          ['Encodings', 'UTF-8, UTF-16, GB 18030'],
        ],
      },
      {
        title: 'What to have in it',
        rows: [
          ['Satisfaction with each attribute', 'needed'],
          ['Overall satisfaction, or 0–10 recommend', 'needed'],
          ['Importance of each attribute', 'better'],
        ],
      },
      {
        title: 'What stays here',
        rows: [
          ['Reading, counting, drawing', 'in this page'],
          ['Network connections', 'none allowed'],
          ['Comments', 'shown, never sent'],
        ],
      },
    ],
    drop: 'Drop to read',
    axes: ['Satisfaction →', 'Importance →'] as readonly [string, string],
  },
  reading: {
    title: (share: string) => `Reading, ${share}`,
    counting: 'Counting',
    cancel: 'Cancel',
    rows: (rows: number, expected: number | undefined) =>
      expected === undefined || expected <= rows
        ? plural(rows, 'record')
        : `${count(rows)} of about ${plural(expected, 'record')}`,
    rejected: (n: number) => `${count(n)} rejected`,
    left: {
      moment: () => 'under a second to go',
      s: (n: number) => `about ${count(n)} s to go`,
      min: (n: number) => `about ${count(n)} min to go`,
    },
    usable: 'the page stays usable',
    first: 'First figures',
    settle: 'From the rows read so far; they settle as reading goes on.',
    none: 'no answers yet in the rows read',
    byAttribute: 'Satisfaction by attribute, so far',
    hollow: 'hollow until the last row is read',
    axis: (min: number, max: number) => `Mean of ${scaleText(min, max)}, so far`,
    noVerdict: 'No quadrants and no verdict before the end: the crosshair depends on every row.',
  },
  provenance: {
    answers: (n: number) => plural(n, 'record'),
    attributes: (n: number) => plural(n, 'attribute'),
    version: (version: string) => `version ${version}`,
    others: (audience: string, n: number) => `${plural(n, 'record')} by ${audience} left out`,
    survey: 'Survey',
    versions: 'Version',
    allVersions: 'all versions',
    choice: (name: string, records: number) => `${name} (${count(records)})`,
  },
  verdict: {
    first: (names: readonly string[]) => `Improve first: ${list(names)}`,
    rest: (names: readonly string[]) => `${list(names)} ${names.length === 1 ? 'follows' : 'follow'}.`,
    why: (
      many: boolean,
      crosshair: 'mean' | 'median' | 'midpoint' | 'own',
      importance: 'stated' | 'derived',
      outcome: 'csat' | 'nps',
    ) => {
      const below = {
        mean: 'below the average attribute',
        median: 'below the middle attribute',
        midpoint: 'below the middle of the scale',
        own: 'below your line',
      }[crosshair];
      const [they, rate, go, matter] = many
        ? ['They', 'rate', 'go', 'matter']
        : ['It', 'rates', 'goes', 'matters'];
      const whole = outcome === 'csat' ? 'overall satisfaction' : 'recommendation';
      return importance === 'stated'
        ? `${they} ${rate} ${below} and ${matter} more to customers than most others.`
        : `${they} ${rate} ${below} and ${go} with ${whole} more than most others do.`;
    },
    /** @param also others are settled there */
    contested: (items: readonly { name: string; chance: string }[], also: boolean) =>
      `${list(items.map(({ name, chance }) => `${name} (${chance})`))} may belong ${also ? 'there too' : 'in “improve first”'}; these answers cannot tell.`,
    fewAnswers: (names: readonly string[]) =>
      `${list(names)} ${names.length === 1 ? 'lies' : 'lie'} there too, on under 30 answers: too few to settle.`,
    closest: (name: string) => `Nothing is certain to come first; ${name} is closest`,
    nothingFirst: 'Nothing stands out to improve first',
    advantage: (names: readonly string[]) => `Strong where it matters: ${list(names)}.`,
    undecided: (n: number) =>
      `${capital(word(n))} of the attributes could go either way; more answers would settle ${n === 1 ? 'it' : 'them'}.`,
    both: (csat: string, nps: string) => `${csat} are satisfied; NPS ${nps}`,
    csat: (csat: string) => `${csat} are satisfied`,
    nps: (nps: string) => `NPS ${nps}`,
    tooFew: (n: number) => `${plural(n, 'record')}: too few to say what to improve first`,
    tooFewWhy: 'Figures are drawn from 10 answers, hollow up to 29.',
    noMatrix:
      'There is no matrix: that needs at least two attributes, each rated for satisfaction by 10 people or more.',
    noOutcome:
      'There is no matrix: importance was not asked, and without an overall question it cannot be derived. Ask overall satisfaction too; or, in a table of your own, say under “Columns” which column holds it.',
    lowest: (name: string, value: string, min: number, max: number) =>
      `Rated lowest: ${name}, ${value} of ${scaleText(min, max)}`,
    nothing: 'No answers to draw',
    nothingWhy: 'The rows hold no answer on a scale that this report knows.',
    unknownWhy:
      'No question is taken as overall satisfaction, as recommendation or as satisfaction with an attribute. In a table of your own, say under “Columns” which column is.',
  },
  overview: {
    name: 'Overview',
    nps: 'NPS',
    npsBar: (detractors: string, promoters: string) => `${detractors} detractors, ${promoters} promoters`,
    csat: (from: number, max: number) => `CSAT, share ${from}–${max}`,
    csatBar: (low: string, top: string, max: number) => `${low} gave 1 or 2, ${top} gave ${max}`,
    mean: (min: number, max: number) => `Overall, mean of ${scaleText(min, max)}`,
    ends: ['very dissatisfied', 'very satisfied'] as readonly [string, string],
    satisfiedNotLoyal: 'Satisfied but not loyal',
    satisfiedNotLoyalNote: (from: number, max: number, upTo: number) =>
      `CSAT ${from}–${max} and NPS ${upTo} or below, of all who answered both.`,
    ofSatisfied: (share: string) => `That is ${share} of the satisfied.`,
    responseRate: 'Response rate',
    responseNote: (completed: number, shown: number) =>
      `${count(completed)} completed of ${count(shown)} shown.`,
    completion: (share: string) => `Of those who began, ${share}.`,
    open: (n: number) => `${plural(n, 'prompt')} of the last half hour left out.`,
    fewer: (n: number) => (n === 0 ? 'no answers' : plural(n, 'answer')),
    otherScale: 'From 1 to 10: not an NPS before you say so under “Columns”.',
    needed: (n: number) => `A figure needs ${plural(n, 'answer')}.`,
    noneBoth: 'Needs two people who answered both questions.',
    none: 'not in this file',
    noneNote: {
      nps: 'Needs the 0–10 question: would you recommend us?',
      csat: 'Needs the overall question: how satisfied are you?',
      mean: 'Needs the overall question: how satisfied are you?',
      satisfiedNotLoyal: 'Needs people who answered both questions.',
      responseRate: 'Needs a record for each prompt shown.',
    },
    tooFew: (n: number) => `${plural(n, 'answer')}: too few to draw`,
    small: 'small sample',
  },
  quadrants: {
    'improve-first': 'Improve first',
    advantage: 'Competitive advantage',
    'improve-later': 'Improve later',
    'nice-to-have': 'Nice to have',
  },
  panel: {
    chart: 'Chart',
    table: 'Table',
    view: 'View',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
    json: 'JSON',
    measure: 'Measure',
  },
  matrix: {
    name: 'Importance–satisfaction matrix',
    verdict: (first: number, inAll: number, least: number | undefined, undecided: number) => {
      const open = undecided === 0 ? '' : `; ${word(undecided)} could go either way`;
      if (first === 0 || least === undefined)
        return `None of ${count(inAll)} attributes is certain to belong in “improve first”${open}`;
      const belong = first === 1 ? 'belongs' : 'belong';
      return `${capital(word(first))} of ${count(inAll)} attributes ${belong} in “improve first” with ${atLeast(least)} certainty${open}`;
    },
    crosshair: 'Crosshair',
    crosshairs: { mean: 'mean', median: 'median', midpoint: 'midpoint', own: 'own' },
    importance: 'Importance',
    importances: {
      correlation: 'correlation',
      'relative-weight': 'relative weight',
      regression: 'regression',
      stated: 'stated',
      picks: 'picked',
    },
    notAsked: 'not asked',
    noOutcome: 'no overall question',
    weightRefused: {
      'too-few-complete': (n: number) => `${n === 0 ? 'nobody' : `only ${count(n)}`} rated everything`,
      'constant-answers': () => 'an attribute has a single value',
      collinear: () => 'attributes move in lockstep',
    },
    ownSatisfaction: 'Satisfaction from',
    ownImportance: 'Importance from',
    xAxis: (min: number, max: number) => `Satisfaction, mean of ${scaleText(min, max)} →`,
    yAxis: {
      stated: (min: number, max: number) => `↑ Importance, stated: mean of ${scaleText(min, max)}`,
      correlation: (outcome: 'csat' | 'nps') =>
        `↑ Importance, derived: correlation r with ${outcome === 'csat' ? 'overall satisfaction' : 'recommendation'}`,
      'relative-weight': (outcome: 'csat' | 'nps') =>
        `↑ Importance, derived: relative weight for ${outcome === 'csat' ? 'overall satisfaction' : 'recommendation'}, %`,
      regression: (outcome: 'csat' | 'nps') =>
        `↑ Importance, derived: standardised slope β for ${outcome === 'csat' ? 'overall satisfaction' : 'recommendation'}`,
      picks: () => '↑ Importance: picked by, % of those asked',
    },
    line: { mean: 'mean of all', median: 'median of all', midpoint: 'midpoint', own: 'own line' },
    describe: (verdict: string, first: readonly string[], undecided: readonly string[]) =>
      [
        verdict,
        first.length === 0 ? '' : `Improve first: ${list(first)}`,
        undecided.length === 0 ? '' : `Undecided: ${list(undecided)}`,
        'The table holds every figure',
      ]
        .filter((part) => part !== '')
        .join('. ') + '.',
    certaintyOfQuadrant: 'certainty of quadrant',
    certainty: 'certainty',
    undecided: 'Undecided',
    asDrawn: 'as drawn',
    satisfactionShort: 'sat.',
    importanceShort: {
      ...{ stated: 'imp.', picks: 'picked', correlation: 'r' },
      ...{ 'relative-weight': 'weight', regression: 'β' },
    },
    undecidedIn: (quadrant: string) => `undecided: ${quadrant.toLowerCase()}`,
    checkDirection: 'r is negative: check the scale’s direction',
    columns: {
      attribute: 'Attribute',
      quadrant: 'Quadrant',
      certainty: 'Certainty',
      satisfaction: 'Satisfaction',
      interval: `95${THIN_GAP}%`,
      n: 'n',
      importance: {
        stated: 'Importance',
        correlation: 'Importance r',
        'relative-weight': `Importance, weight %`,
        regression: 'Importance β',
        picks: `Picked by, %`,
      },
      weight: `Relative weight,${THIN_GAP}%`,
    },
    sortBy: (column: string) => `sort by ${column}`,
    note: (options: {
      certaintyMin: number;
      min: number;
      max: number;
      small: boolean;
      cut: boolean;
      median: boolean;
      /** Importance is a relative weight. */
      weight: boolean;
    }) =>
      [
        `Lines through a point: 95${THIN_GAP}% intervals on both axes.`,
        `Filled: at least ${percent(options.certaintyMin)} certain of its quadrant. Hollow: undecided; the percentage is its certainty.`,
        options.weight
          ? 'Certainty is approximate: that of weights comes from 64 blocks of respondents.'
          : '',
        options.median
          ? 'Certainty from 10,000 draws of the sampling error, the median anew in each.'
          : 'Certainty from the sampling error of both axes and of the crosshair.',
        options.small ? 'Dashed: under 30 answers, never filled.' : '',
        options.cut ? `Axes are cut to the data; the scale runs ${scaleText(options.min, options.max)}.` : '',
        'Each attribute is judged by those who rated it.',
      ]
        .filter((part) => part !== '')
        .join(' '),
    isoNote:
      'Dashed diagonal: importance less satisfaction is the same as where the lines cross; the higher above it, the wider the gap.',
    midpointNote: 'Derived importance has no midpoint: its line is the mean.',
    tooFew: (n: number) => `Too few answers to draw: an attribute needs ${count(n)}`,
    none: 'No attribute can be drawn',
    answers: (items: readonly { name: string; n: number }[]) =>
      `${list(items.map(({ name, n }) => `${name} (${plural(n, 'answer')})`))}.`,
    notDrawn: (
      items: readonly {
        name: string;
        n: number;
        reason: 'too-few-answers' | 'no-importance' | 'other-scale';
      }[],
    ) =>
      `Not drawn: ${list(
        items.map(({ name, n, reason }) => {
          const why = {
            'too-few-answers': `${plural(n, 'answer')}, drawn from 10`,
            'no-importance': 'no importance can be given',
            'other-scale': 'on another scale',
          }[reason];
          return `${name} (${why})`;
        }),
      )}.`,
    tableNote: (satisfaction: string, importance: string) =>
      `Crosshair: satisfaction ${satisfaction}, importance ${importance}. Order: improve first, undecided by their chance of “improve first”, then the rest. Columns sort on a click; CSV holds unrounded figures.`,
    weights: {
      'too-few-complete': (n: number) =>
        `Relative weights need more people who rated everything; ${plural(n, 'did', 'did')}.`,
      'constant-answers': () =>
        'Relative weights need answers that differ; one attribute has a single value.',
      collinear: () => 'Relative weights cannot be told apart: attributes move in lockstep.',
      kept: (n: number, kept: number) =>
        `Relative weights stand on the ${count(n)} who rated everything, ${percent(kept)} of those who answered the overall question.`,
    },
  },
  rejected: {
    name: 'Rejected',
    verdict: (cells: number, rows: number) => {
      const parts = [
        ...(cells > 0 ? [plural(cells, 'cell')] : []),
        ...(rows > 0 ? [plural(rows, 'row')] : []),
      ];
      return `${capital(parts.join(' and '))} did not count`;
    },
    what: 'Nothing was corrected or guessed. Correct the file where it is wrong and drop it again; every other answer counts.',
    columns: { file: 'File', line: 'Line', column: 'Column', value: 'Value', reason: 'Reason' },
    wholeRow: 'whole row',
    more: (shown: number, all: number) => `${count(shown)} of ${count(all)} are shown.`,
    show: 'Show the list',
    download: 'Download the list',
    reason: ({ code, low, high }: Rejection): string =>
      ({
        'off-scale': `not a whole number from ${low ?? ''} to ${high ?? ''}`,
        ragged: `${low ?? ''} cells where the header has ${high ?? ''}`,
        'open-quote': 'a quote is opened and never closed',
        'stray-quote': 'a quote stands where none may stand',
        nul: 'holds a NUL byte',
        'row-too-long': 'longer than 4 MB',
        encoding: 'not UTF-8; save the file as UTF-8',
        'bad-status': 'not a status: shown, dismissed, partial or completed',
        'bad-time': 'not a time such as 2026-03-01T10:00:00Z',
        'bad-sample': 'not a share above 0 and up to 1',
        'bad-duration': 'not a whole number of milliseconds',
        'no-id': 'has no id',
        'bad-id': 'its id is longer than 4,096 bytes',
        'bad-mean': `not a number from ${low ?? ''} to ${high ?? ''}`,
        'bad-revision': 'revision is not a whole number from 1',
        'bad-version': 'written in a version that this report does not know',
        'header-again': 'the header once more',
        conflict: 'same id and revision as an earlier row, other answers; the first counts',
        'not-json': 'not JSON',
        'not-a-record': 'not an answer record',
      })[code],
  },
  notices: {
    name: 'What was read',
    repeated: (n: number) =>
      `${plural(n, 'row was', 'rows were')} an earlier state or a copy of a record; each record counts once.`,
    summaries: (lacking: readonly string[]) =>
      `Counts from a summary, without single answers. ${lacking.length > 0 ? `What they do not draw: ${list(lacking)}. ` : ''}To see that, or to choose a part of a month, two fields at once, or a field and a period, drop the answers.`,
    comments: (names: readonly string[]) => `Comments are not part of any figure: ${list(names)}.`,
    unknown: (names: readonly string[]) =>
      `Not used, since nothing says what they are: ${list(names)}. Drop the questionnaire beside the file.`,
    unnamed: (example: string) =>
      `Attributes stand under their ids, such as ${example}. Drop the questionnaire beside the file to read their names.`,
    doubled: (names: readonly string[]) => `Twice in the header, the first counted: ${list(names)}.`,
    missing: (names: readonly string[]) => `Not in this file: ${list(names)}.`,
  },
  problems: {
    name: 'Files that could not be read',
    title: (file: string, code: FileProblemCode): string =>
      ({
        empty: `${file} is empty`,
        workbook: `${file} is a workbook, not a table`,
        binary: `${file} is not a text file`,
        encoding: `${file} is not in UTF-8`,
        'no-rows': `${file} has no rows of answers`,
        'no-id-column': `${file} has no column “id”`,
        'no-survey': `${file} is not an export of survey answers`,
        'bad-questionnaire': `${file} holds a questionnaire with mistakes`,
        'bad-mapping': `${file} is a mapping with mistakes`,
        'bad-summary': `${file} is a summary with mistakes`,
        overlapping: `${file} counts answers that are in another file too`,
        'unknown-json': `${file} holds neither answers nor a questionnaire`,
        unreadable: `${file} could not be read`,
      })[code],
    remedy: (code: FileProblemCode): string =>
      ({
        empty: 'Export it again, and see that the period has answers.',
        workbook: 'Save the sheet as CSV (UTF-8) and drop that.',
        binary: 'Drop the CSV or NDJSON export of your survey.',
        encoding: 'Save it as “CSV UTF-8” and drop it again, so that no name is shown wrong.',
        'no-rows': 'Export it again, and see that the period has answers.',
        'no-id-column':
          'Without ids an answer that arrived twice would count twice. Drop the export as it came, with all of its columns.',
        'no-survey': 'Drop the CSV or NDJSON that your collector exports.',
        'bad-questionnaire': 'Correct what is named below; the answers were read without it.',
        'bad-mapping': 'Correct what is named below; the tables were read without it.',
        'bad-summary': 'Make it anew from the answers; the other files were read without it.',
        overlapping: 'It was left out, so that nothing counts twice. Summarise the answers together.',
        'unknown-json': 'Drop an NDJSON export, or a questionnaire with “questions”.',
        unreadable: 'It was moved, changed or locked while it was read. Drop it again.',
      })[code],
    found: (names: readonly string[]) => `Columns found: ${names.join(', ')}`,
    versions: 'The versions of this survey cannot be pooled',
    internal: 'Something went wrong in this page',
    internalRemedy:
      'Your file is unharmed. Reload the page and drop it again; if it happens once more, please report it.',
  },
  table: { scroll: 'table, scrolls sideways', swipe: 'The table scrolls sideways →' },
  foot: 'Everything was read and counted in this page. Nothing was sent.',
};

/** The words of one language. */
export type Strings = Omit<typeof en, 'locale'> & { readonly locale: 'en' | 'zh-CN' | 'zh-TW' };
