import { figures, type Figures } from '../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { mappingOptions } from '../../shared/mapping/mapping-options.ts';
import { matrixOfMeans } from '../../shared/metrics/matrix-of-means.ts';
import type { Parsed } from '../../shared/parsed.ts';
import { EMPTY_SUMMARY } from '../../shared/summary/merge.ts';
import { canonical } from '../../shared/summary/canonical.ts';
import { NEEDS_ANSWERS } from '../../shared/summary/pool.ts';
import type { ScoreRules } from '../../shared/summary/score-rules.ts';
import type { Summary } from '../../shared/summary/summary.ts';
import { addSummaries } from './add-summaries.ts';
import type { AnswerReader } from './answer-reader.ts';
import { BUILT_IN_QUESTIONNAIRES } from './built-in-questionnaires.ts';
import type { Columns } from './columns.ts';
import { ended } from './count-rows.ts';
import { CommentFinder, type CommentsFound, type CommentsWanted } from './find-comments.ts';
import { idBlocks, idHeads } from './id-blocks.ts';
import { filterRows, type Filter } from './filter-rows.ts';
import { labelsOf, surveysOf } from './describe-surveys.ts';
import type { FirstFigures, ReadGiven, ReadOutcome } from './messages.ts';
import { readAnswers, type AnswersRead, type ReadProgress } from './read-answers.ts';
import type { SummaryRead } from './sort-files.ts';
import type { Source } from './source.ts';
import { summarize, summarizing } from './summarize.ts';

/** Told while reading goes on. */
export interface ReadWatcher {
  progress?(progress: ReadProgress): void;
  firstFigures?(first: FirstFigures): void;
}

/** Between two reports of progress, in ms. */
const PROGRESS_EVERY_MS = 200;
/** First figures may take at most this part of the time. */
const FIRST_FIGURES_SHARE = 0.1;

/**
 * Reads answers and makes figures of them: the same in a worker, in a page and in Node.
 *
 * @example
 * const engine = new Engine();
 * const { figures } = await engine.read([blobSource('answers.csv', blob)]);
 */
export class Engine {
  #columns: Columns | undefined;
  #summary: Summary = EMPTY_SUMMARY;
  #finder: CommentFinder | undefined;
  #beside: Pick<AnswersRead, 'mappings' | 'questionnaires'> = { mappings: [], questionnaires: [] };
  #blocks: Uint8Array | undefined;
  /** Counts made elsewhere. */
  #summaries: readonly SummaryRead[] = [];
  #means: AnswerReader['means'];
  #mapped: FiguresOptions = {};
  /** The rules that the counts follow. */
  #rules: ScoreRules | undefined;
  readonly #now: () => number;

  /** @param now a clock in ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** What the answers read last are understood by: mappings in use, and questionnaires that are not built in. */
  get beside(): Pick<AnswersRead, 'mappings' | 'questionnaires'> {
    return this.#beside;
  }

  /** Reads the sources, in place of whatever was read before. */
  async read(
    sources: readonly Source[],
    options: FiguresOptions = {},
    watcher: ReadWatcher = {},
    given: ReadGiven = {},
  ): Promise<ReadOutcome> {
    const read = await readAnswers(sources, {
      ...given,
      questionnaires: BUILT_IN_QUESTIONNAIRES,
      onChunk: this.#telling(watcher, options),
    });
    const { reader, questionnaires, mappings } = read;
    const own = questionnaires.filter((known) => !BUILT_IN_QUESTIONNAIRES.includes(known));
    this.#beside = { mappings, questionnaires: own };
    const columns = (this.#columns = reader.builder.build());
    this.#mapped = Object.assign({}, ...mappings.map((mapping) => mappingOptions(mapping))) as FiguresOptions; // a sum of such
    this.#means = reader.means;
    const keywords = mappings.flatMap((mapping) => mapping.keywords ?? []);
    this.#finder = new CommentFinder(reader.commentTexts, columns, keywords);
    this.#blocks = idBlocks(columns);
    this.#rules = this.#chosen(options).rules;
    this.#summaries = read.summaries;
    const { summary, files, problems } = this.#all(columns, read.summaries.length > 0);
    this.#summary = summary;
    const { cells, rows, listed } = reader.rejections;
    return {
      files: [...read.files, ...files],
      problems: [...read.problems, ...problems],
      surveys: surveysOf(this.#summary, questionnaires, mappings),
      labels: labelsOf(this.#summary, questionnaires, mappings),
      rejections: { cells, rows, listed },
      repeated: reader.repeated,
      comments: [...reader.comments],
      unknown: [...reader.unknown],
      doubled: read.doubled,
      summaries: files.length,
      figures: this.figures(options),
    };
  }

  /**
   * Figures of what was read last.
   *
   * @param filter the records that count; absent: all
   * @throws RangeError when the filter names a field that no answer has
   */
  figures(options: FiguresOptions, filter: Filter = {}): Parsed<Figures> {
    return ended(this.figuring(options, filter));
  }

  /** As {@link figures}, with pauses, so that whoever runs it may stop. */
  *figuring(options: FiguresOptions, filter: Filter = {}): Generator<undefined, Parsed<Figures>> {
    const chosen = this.#chosen(options);
    const columns = this.#columns;
    if (this.#summaries.length > 0) return this.#ofSummary(chosen, filter);
    if (columns && canonical(chosen.rules) !== canonical(this.#rules)) {
      this.#rules = chosen.rules;
      this.#summary = yield* this.#counting(columns);
    }
    const rows = columns && filterRows(columns, filter);
    const summary = columns && rows ? yield* this.#counting(columns, rows) : this.#summary;
    yield;
    const all = figures(summary, chosen);
    if (!all.ok || !this.#means || summary.slices.length > 0) return all;
    const matrix = matrixOfMeans(this.#means, chosen.matrix);
    const { survey } = this.#means;
    return { ok: true, value: { ...all.value, survey, ...(matrix && { matrix }) } };
  }

  /**
   * The figures of the group `first` alone, which take much less: the overview, and the matrix with its intervals, yet
   * without certainty.
   *
   * @returns undefined where all figures are as quick, since nothing has to be counted
   * @throws RangeError as {@link figures} does
   */
  firstFigures(options: FiguresOptions, filter: Filter = {}): Parsed<Figures> | undefined {
    const chosen = this.#chosen(options);
    const columns = this.#columns;
    const rows = columns && this.#summaries.length === 0 ? filterRows(columns, filter) : undefined;
    if (!columns || !rows) return undefined;
    const { importance } = chosen.matrix ?? {};
    const modelled = importance === 'relative-weight' || importance === 'regression';
    const first = modelled ? 'first-with-sets' : 'first';
    const summary = summarize(columns, { rows, first, blocks: this.#blocks, rules: chosen.rules });
    return figures(summary, chosen, ['first']);
  }

  /** The reader's choices go before a mapping's, rule by rule. */
  #chosen(options: FiguresOptions): FiguresOptions {
    const { rules } = options;
    return { ...this.#mapped, ...options, ...(rules && { rules: { ...this.#mapped.rules, ...rules } }) };
  }

  /**
   * What the comments of what was read last say; undefined before anything was.
   *
   * @throws RangeError when the filter names a field that no answer has
   */
  comments(wanted: CommentsWanted): CommentsFound | undefined {
    return this.#finder?.find(wanted);
  }

  /**
   * The counts of all that was read, as a summary file holds them: every table for each segment and month, and a
   * sketch of the ids, by which overlaps are noticed.
   */
  deepSummary(): Summary {
    return this.#columns ? this.#all(this.#columns, true).summary : EMPTY_SUMMARY;
  }

  /** All counts, those made elsewhere included; overlaps with these are only seen when ids are sketched. */
  #all(columns: Columns, deep: boolean): ReturnType<typeof addSummaries> {
    const heads = deep ? idHeads(columns) : undefined;
    const answers = summarize(columns, { blocks: this.#blocks, heads, rules: this.#rules, deep });
    return addSummaries(answers, this.#summaries);
  }

  /** From a summary only what it counts apart can be chosen. */
  #ofSummary(chosen: FiguresOptions, { fields = new Map(), periods, from, before }: Filter): Parsed<Figures> {
    const [[field, [value, ...others]] = [undefined, []], ...rest] = fields;
    const found = figures(this.#summary, {
      ...chosen,
      ...(field !== undefined && value !== undefined && { segment: { field, value } }),
      ...(periods && { periods }),
      ...(from !== undefined && { from }),
      ...(before !== undefined && { before }),
    });
    const uncounted = !found.ok && found.issues.some(({ code }) => code === NEEDS_ANSWERS);
    // Records without a value are counted in none of the field's.
    if (uncounted || rest.length > 0 || others.length > 0 || value === '')
      throw new RangeError(
        'filter: expected one value of one field, or whole months, since a summary is among the files; read the answers',
      );
    return found;
  }

  #counting(columns: Columns, rows?: Uint8Array): Generator<undefined, Summary> {
    return summarizing(columns, { ...(rows && { rows }), blocks: this.#blocks, rules: this.#rules });
  }

  #telling(watcher: ReadWatcher, options: FiguresOptions) {
    const began = this.#now();
    let lastProgress = -Infinity;
    let spent = 0;
    return (progress: ReadProgress, reader: AnswerReader, mappings: readonly Mapping[]): void => {
      const now = this.#now();
      if (now - lastProgress < PROGRESS_EVERY_MS && progress.bytes < progress.bytesInAll) return;
      lastProgress = now;
      const msLeft = ((now - began) * (progress.bytesInAll - progress.bytes)) / progress.bytes;
      watcher.progress?.({ ...progress, msLeft });
      const isLast = progress.bytes === progress.bytesInAll;
      if (isLast || !watcher.firstFigures || spent > FIRST_FIGURES_SHARE * (now - began)) return;
      const summary = summarize(reader.builder.build(), { first: 'histograms' });
      const soFar = figures(summary, options, ['first']);
      if (soFar.ok)
        watcher.firstFigures({
          figures: soFar.value,
          labels: labelsOf(summary, reader.questionnaires, mappings),
        });
      spent += this.#now() - now;
    };
  }
}
