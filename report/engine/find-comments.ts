import type { KeywordList } from '../../shared/mapping/mapping.ts';
import { commentGroup, type CommentGroup, type CommentScale } from '../comments/comment-score.ts';
import { countWords, distinctiveWords, type DistinctiveWord } from '../comments/distinctive-words.ts';
import { pickQuote } from '../comments/pick-quote.ts';
import { redact } from '../comments/redact.ts';
import { commentSearch } from '../comments/search.ts';
import { countThemes, touchesTheme, type Theme, type ThemeCount } from '../comments/themes.ts';
import type { CommentTexts } from './comment-texts.ts';
import { CELL_SKIPPED, CODE_ABSENT, type Columns, type ScaleColumn } from './columns.ts';
import { filterRows, type Filter } from './filter-rows.ts';

/** Which comments are wanted. */
export interface CommentsWanted {
  readonly survey: string;
  /** Absent: of every version. */
  readonly surveyVersion?: string;
  /** That of the page. */
  readonly filter: Filter;
  /** Words that all stand in a comment; '' for any. */
  readonly query: string;
  readonly group?: CommentGroup;
  readonly segment?: { readonly field: string; readonly value: string };
  /** An attribute, as `question.attribute`, that the respondent rated below the middle of its scale. */
  readonly poor?: string;
  /** Id of a keyword list. */
  readonly theme?: string;
}

/** A comment, and who wrote it. */
export interface CommentShown {
  readonly text: string;
  readonly score?: number;
  readonly group?: CommentGroup;
  /** Values of context fields, by field. */
  readonly fields: readonly (readonly [field: string, value: string])[];
  /** Attributes, as `question.attribute`, that they rated below the middle of the scale. */
  readonly poor: readonly string[];
}

/** What the comments say. */
export interface CommentsFound {
  /** The question that groups are made by; absent without one. */
  readonly scale?: CommentScale;
  /** Comments of the survey that the page's filter keeps. */
  readonly n: number;
  /** Comments of the files that were not kept, for want of room. */
  readonly left: number;
  readonly groups: Readonly<Record<CommentGroup, number>>;
  /** Comments of the group whose words were counted: of many, as many spread over all. */
  readonly counted: Readonly<Record<'low' | 'high', number>>;
  /** Words that set the group apart from the other, at most {@link WORDS_MAX}. */
  readonly words: Readonly<Record<'low' | 'high', readonly DistinctiveWord[]>>;
  readonly quotes: Readonly<Partial<Record<'low' | 'high', CommentShown>>>;
  /** Context fields and their values, for choosing. */
  readonly fields: readonly { readonly field: string; readonly values: readonly string[] }[];
  /** Attributes that some who comment rated below the middle of the scale. */
  readonly poor: readonly string[];
  /** By id of the keyword list. */
  readonly themes: readonly ThemeCount[];
  /** Comments that are wanted, and the first {@link LISTED_MAX} of them. */
  readonly matches: number;
  readonly listed: readonly CommentShown[];
}

/** Words named of a group. */
export const WORDS_MAX = 9;
/** Comments of a group whose words are counted: more would keep the page waiting for its figures. */
const COUNTED_MAX = 10_000;
/** Comments of a group that a quote is chosen from. */
const READ_MAX = 1_000;
/** Comments listed. */
export const LISTED_MAX = 50;
/** Addresses and numbers are no words, and may say who wrote. */
const NOTHING = { email: ' ', phone: ' ' };
/** A field with more values is none to choose by. */
const VALUES_MAX = 50;

/** What does not depend on what is searched for. */
type Said = Omit<CommentsFound, 'matches' | 'listed'>;

/** The comments that one filter of the page keeps. */
interface Heard {
  readonly key: string;
  readonly comments: readonly CommentShown[];
  readonly said: Said;
}

/**
 * Finds what comments say: words of the groups, themes, and those that are searched for. Words are cut once for each
 * filter of the page, since that takes longest.
 *
 * @example new CommentFinder(texts, columns, []).find({ survey: 'shop', filter: {}, query: 'slow' })
 */
export class CommentFinder {
  readonly #texts: CommentTexts;
  readonly #columns: Columns;
  readonly #themes: readonly Theme[];
  #last: Heard | undefined;

  /** @param keywords the owner's keyword lists */
  constructor(texts: CommentTexts, columns: Columns, keywords: readonly KeywordList[]) {
    this.#texts = texts;
    this.#columns = columns;
    this.#themes = keywords.map(({ id, words }) => ({ name: id, keywords: words }));
  }

  find(wanted: CommentsWanted): CommentsFound {
    const { comments, said } = this.#said(wanted);
    const matching = comments.filter(isWanted(wanted, this.#themes));
    return { ...said, matches: matching.length, listed: matching.slice(0, LISTED_MAX) };
  }

  #said(wanted: CommentsWanted): Heard {
    const { survey, surveyVersion, filter } = wanted;
    const key = JSON.stringify([
      survey,
      surveyVersion,
      [...(filter.fields ?? [])],
      filter.periods,
      filter.from,
      filter.before,
    ]);
    if (this.#last?.key !== key) {
      const scale = scaleOf(this.#columns);
      const comments = [...commentsOf(this.#texts, this.#columns, scale, wanted)];
      const said = {
        ...saidBy(comments, this.#themes),
        ...(scale && { scale: plain(scale) }),
        ...{ left: this.#texts.left, fields: fieldsOf(this.#columns) },
      };
      this.#last = { key, comments, said };
    }
    return this.#last;
  }
}

function saidBy(comments: readonly CommentShown[], themes: readonly Theme[]): Omit<Said, 'left' | 'fields'> {
  const of = (group: CommentGroup): CommentShown[] => comments.filter((one) => one.group === group);
  const [low, middle, high] = [of('low'), of('middle'), of('high')];
  const [lowWords, highWords] = [low, high].map((group) =>
    countWords(spread(group, COUNTED_MAX).map(({ text }) => redact(text, NOTHING))),
  );
  const words = {
    low: distinctiveWords(lowWords, highWords).slice(0, WORDS_MAX),
    high: distinctiveWords(highWords, lowWords).slice(0, WORDS_MAX),
  };
  const quotes = {
    low: pickQuote(spread(low, READ_MAX), words.low),
    high: pickQuote(spread(high, READ_MAX), words.high),
  };
  const texts = comments.map(({ text }) => text);
  return {
    ...{ n: comments.length, words, themes: countThemes(texts, themes) },
    poor: [...new Set(comments.flatMap(({ poor }) => poor))],
    groups: { low: low.length, middle: middle.length, high: high.length },
    counted: { low: lowWords.comments, high: highWords.comments },
    quotes: { ...(quotes.low && { low: quotes.low }), ...(quotes.high && { high: quotes.high }) },
  };
}

/**
 * At most so many, evenly spread over all.
 *
 * @example spread([1, 2, 3, 4], 2) // [1, 3]
 */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, k) => all[Math.floor((k * all.length) / most)]);
}

/** NPS tells more than CSAT: it was asked for why. */
function scaleOf({ scales }: Columns): ScaleColumn | undefined {
  return scales.find(({ role }) => role === 'nps') ?? scales.find(({ role }) => role === 'csat');
}

function plain({ role, min, max }: ScaleColumn): CommentScale {
  return { role: role === 'nps' ? 'nps' : 'csat', min, max };
}

function* commentsOf(
  texts: CommentTexts,
  columns: Columns,
  scale: ScaleColumn | undefined,
  { survey, surveyVersion, filter }: CommentsWanted,
): Generator<CommentShown> {
  const known = knownFields(columns, filter);
  if (!known) return;
  const rows = filterRows(columns, known);
  const own = columns.survey.values.indexOf(survey);
  const version =
    surveyVersion === undefined ? undefined : columns.surveyVersion.values.indexOf(surveyVersion);
  const rated = columns.scales.filter(({ role }) => role === 'satisfaction' || role === 'perception');
  for (const { row, text } of texts.all()) {
    if (rows?.[row] === 0 || columns.survey.codes[row] !== own) continue;
    if (version !== undefined && columns.surveyVersion.codes[row] !== version) continue;
    const cell = scale?.cells[row] ?? CELL_SKIPPED;
    const score = scale && cell < CELL_SKIPPED ? scale.min + cell : undefined;
    yield {
      text,
      ...(scale && score !== undefined && { score, group: commentGroup(plain(scale), score) }),
      fields: [...columns.fields].flatMap(([field, { values, codes }]) =>
        codes[row] === CODE_ABSENT ? [] : [[field, values[codes[row]]] as const],
      ),
      poor: rated.flatMap(({ question, attribute, min, max, cells }) =>
        attribute !== undefined && cells[row] < CELL_SKIPPED && 2 * cells[row] < max - min
          ? [`${question}.${attribute}`]
          : [],
      ),
    };
  }
}

/**
 * The filter without fields that only counts made elsewhere have: of those, no comment here has a value.
 *
 * @returns undefined when it wants a value of such a field
 */
function knownFields(columns: Columns, filter: Filter): Filter | undefined {
  const fields = [...(filter.fields ?? [])];
  const isKnown = ([name]: (typeof fields)[number]): boolean => columns.fields.has(name);
  if (fields.some((field) => !isKnown(field) && !field[1].includes(''))) return undefined;
  return { ...filter, fields: new Map(fields.filter(isKnown)) };
}

function isWanted(
  { query, group, segment, poor, theme }: CommentsWanted,
  themes: readonly Theme[],
): (comment: CommentShown) => boolean {
  const searched = commentSearch(query);
  const list = themes.find(({ name }) => name === theme);
  return (comment) =>
    (group === undefined || comment.group === group) &&
    (segment === undefined ||
      comment.fields.some(([field, value]) => field === segment.field && value === segment.value)) &&
    (poor === undefined || comment.poor.includes(poor)) &&
    (list === undefined || touchesTheme(comment.text, list)) &&
    searched(comment.text);
}

function fieldsOf({ fields }: Columns): CommentsFound['fields'] {
  return [...fields]
    .map(([field, { values }]) => ({ field, values: values.filter((value) => value !== '') }))
    .filter(({ values }) => values.length > 1 && values.length <= VALUES_MAX);
}
