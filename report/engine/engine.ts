import { figures, type Figures } from '../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import type { Parsed } from '../../shared/parsed.ts';
import type { Questionnaire, Text } from '../../shared/questionnaire/questionnaire.ts';
import { EMPTY_SUMMARY } from '../../shared/summary/merge.ts';
import type { Summary } from '../../shared/summary/summary.ts';
import type { AnswerReader } from './answer-reader.ts';
import { BUILT_IN_QUESTIONNAIRES } from './built-in-questionnaires.ts';
import { idBlocks } from './id-blocks.ts';
import { questionnaireLabels } from './labels.ts';
import type { FirstFigures, ReadOutcome, SurveyFound } from './messages.ts';
import { readAnswers, type ReadProgress } from './read-answers.ts';
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
  #summary: Summary = EMPTY_SUMMARY;
  readonly #now: () => number;

  /** @param now a clock in ms */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Reads the sources, in place of whatever was read before. */
  async read(
    sources: readonly Source[],
    options: FiguresOptions = {},
    watcher: ReadWatcher = {},
  ): Promise<ReadOutcome> {
    const read = await readAnswers(sources, BUILT_IN_QUESTIONNAIRES, this.#telling(watcher, options));
    const { reader, questionnaires } = read;
    const columns = reader.builder.build();
    this.#summary = summarize(columns, { blocks: idBlocks(columns.ids) });
    const { cells, rows, listed } = reader.rejections;
    return {
      files: read.files,
      problems: read.problems,
      surveys: surveysOf(this.#summary, questionnaires),
      labels: labelsOf(this.#summary, questionnaires),
      rejections: { cells, rows, listed },
      repeated: reader.repeated,
      comments: [...reader.comments],
      unknown: [...reader.unknown],
      doubled: read.doubled,
      figures: this.figures(options),
    };
  }

  /** Figures of what was read last. */
  figures(options: FiguresOptions): Parsed<Figures> {
    return figures(this.#summary, options);
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
        watcher.firstFigures({ figures: soFar.value, labels: labelsOf(summary, reader.questionnaires) });
      spent += this.#now() - now;
    };
  }
}

/** What is built in names nothing in other surveys: their `service.speed` is another thing than ours. */
function labelsOf({ slices }: Summary, questionnaires: readonly Questionnaire[]): ReadonlyMap<string, Text> {
  const answered = new Set(slices.map(({ survey }) => survey));
  return questionnaireLabels(
    questionnaires.filter(
      (candidate) => answered.has(candidate.id) || !BUILT_IN_QUESTIONNAIRES.includes(candidate),
    ),
  );
}

function surveysOf({ slices }: Summary, questionnaires: readonly Questionnaire[]): SurveyFound[] {
  const found = new Map<string, Map<string, number>>();
  for (const { survey, surveyVersion = '', all } of slices) {
    const versions = found.get(survey) ?? new Map<string, number>();
    versions.set(surveyVersion, (versions.get(surveyVersion) ?? 0) + all.records);
    found.set(survey, versions);
  }
  const surveys = [...found].map(([survey, versions]): SurveyFound => {
    const title = questionnaires.find((candidate) => candidate.id === survey)?.title;
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
