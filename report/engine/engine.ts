import { figures, type Figures } from '../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { mappingOptions } from '../../shared/mapping/mapping-options.ts';
import { matrixOfMeans, type MeansTable } from '../../shared/metrics/matrix-of-means.ts';
import type { Parsed } from '../../shared/parsed.ts';
import type { Questionnaire, Text } from '../../shared/questionnaire/questionnaire.ts';
import { EMPTY_SUMMARY } from '../../shared/summary/merge.ts';
import type { Summary } from '../../shared/summary/summary.ts';
import type { AnswerReader } from './answer-reader.ts';
import { BUILT_IN_QUESTIONNAIRES } from './built-in-questionnaires.ts';
import type { Columns } from './columns.ts';
import { idBlocks } from './id-blocks.ts';
import { filterRows, type Filter } from './filter-rows.ts';
import { mappingLabels, questionnaireLabels } from './labels.ts';
import type { FirstFigures, ReadOutcome, SurveyFound } from './messages.ts';
import { readAnswers, type ReadOptions, type ReadProgress } from './read-answers.ts';
import type { Source } from './source.ts';
import { summarize } from './summarize.ts';

/** Told while reading goes on. */
export interface ReadWatcher {
  progress?(progress: ReadProgress): void;
  firstFigures?(first: FirstFigures): void;
}

/** Between two reports of progress, in ms. */
const PROGRESS_EVERY_MS = 50;
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
  #blocks: Uint8Array | undefined;
  #means: MeansTable | undefined;
  #mapped: FiguresOptions = {};
  readonly #now: () => number;

  /** @param now a clock in ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The counts of all that was read last. */
  get summary(): Summary {
    return this.#summary;
  }

  /** Reads the sources, in place of whatever was read before. */
  async read(
    sources: readonly Source[],
    options: FiguresOptions = {},
    watcher: ReadWatcher = {},
    given: Pick<ReadOptions, 'mappings' | 'encoding'> = {},
  ): Promise<ReadOutcome> {
    const read = await readAnswers(sources, {
      ...given,
      questionnaires: BUILT_IN_QUESTIONNAIRES,
      onChunk: this.#telling(watcher, options),
    });
    const { reader, questionnaires, mappings } = read;
    const columns = (this.#columns = reader.builder.build());
    this.#mapped = Object.assign({}, ...mappings.map((mapping) => mappingOptions(mapping))) as FiguresOptions; // a sum of such
    this.#means = reader.means;
    this.#blocks = idBlocks(columns.ids);
    this.#summary = summarize(columns, { blocks: this.#blocks });
    const { cells, rows, listed } = reader.rejections;
    return {
      files: read.files,
      problems: read.problems,
      surveys: surveysOf(this.#summary, questionnaires, mappings),
      labels: labelsOf(this.#summary, questionnaires, mappings),
      rejections: { cells, rows, listed },
      repeated: reader.repeated,
      comments: [...reader.comments],
      unknown: [...reader.unknown],
      doubled: read.doubled,
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
    const chosen = { ...this.#mapped, ...options };
    const rows = this.#columns && filterRows(this.#columns, filter);
    const summary =
      this.#columns && rows ? summarize(this.#columns, { rows, blocks: this.#blocks }) : this.#summary;
    const all = figures(summary, chosen);
    if (!all.ok || !this.#means || summary.slices.length > 0) return all;
    const matrix = matrixOfMeans(this.#means, chosen.matrix);
    return { ok: true, value: { ...all.value, ...(matrix && { matrix }) } };
  }

  #telling(watcher: ReadWatcher, options: FiguresOptions) {
    const began = this.#now();
    let lastProgress = -Infinity;
    let spent = 0;
    return (progress: ReadProgress, reader: AnswerReader): void => {
      const now = this.#now();
      if (now - lastProgress < PROGRESS_EVERY_MS) return;
      lastProgress = now;
      watcher.progress?.(progress);
      if (!watcher.firstFigures || spent > FIRST_FIGURES_SHARE * (now - began)) return;
      const summary = summarize(reader.builder.build());
      const soFar = figures(summary, options);
      if (soFar.ok)
        watcher.firstFigures({ figures: soFar.value, labels: labelsOf(summary, reader.questionnaires, []) });
      spent += this.#now() - now;
    };
  }
}

/** What is built in names nothing in other surveys: their `service.speed` is another thing than ours. */
function labelsOf(
  { slices }: Summary,
  questionnaires: readonly Questionnaire[],
  mappings: readonly Mapping[],
): ReadonlyMap<string, Text> {
  const answered = new Set(slices.map(({ survey }) => survey));
  const asked = questionnaires.filter(
    (candidate) => answered.has(candidate.id) || !BUILT_IN_QUESTIONNAIRES.includes(candidate),
  );
  return new Map([
    ...questionnaireLabels(asked),
    ...mappings.flatMap((mapping) => [...mappingLabels(mapping)]),
  ]);
}

function surveysOf(
  { slices }: Summary,
  questionnaires: readonly Questionnaire[],
  mappings: readonly Mapping[],
): SurveyFound[] {
  const found = new Map<string, Map<string, number>>();
  for (const { survey, surveyVersion = '', all } of slices) {
    const versions = found.get(survey) ?? new Map<string, number>();
    versions.set(surveyVersion, (versions.get(surveyVersion) ?? 0) + all.records);
    found.set(survey, versions);
  }
  const surveys = [...found].map(([survey, versions]): SurveyFound => {
    const title =
      mappings.find((candidate) => candidate.survey === survey)?.title ??
      questionnaires.find((candidate) => candidate.id === survey)?.title;
    const byRecords = [...versions].sort((a, b) => b[1] - a[1]);
    return {
      survey,
      ...(title === undefined ? {} : { title }),
      records: byRecords.reduce((sum, [, records]) => sum + records, 0),
      versions: byRecords.map(([version, records]) => ({ version, records })),
    };
  });
  return surveys.sort((a, b) => b.records - a.records);
}
