import { Hono } from 'hono';
import type { AnswerFilter, AnswerSnapshot, AnswerStore } from './answer-store.ts';
import { csvExport, exportBytes, ndjsonExport } from './export.ts';
import type { ExportText } from './export.ts';
import { failure } from './failure.ts';
import { problemOf } from './problem-of.ts';
import { parseFilter } from './query.ts';

interface ExportForm {
  readonly name: 'csv' | 'ndjson';
  readonly type: string;
  readonly write: (snapshot: AnswerSnapshot, filter: AnswerFilter) => ExportText;
}

const FORMS: readonly ExportForm[] = [
  { name: 'csv', type: 'text/csv; charset=utf-8', write: csvExport },
  { name: 'ndjson', type: 'application/x-ndjson; charset=utf-8', write: ndjsonExport },
];

/**
 * `GET /export.csv` and `GET /export.ndjson`, filtered by `survey`, `from` and `until`; without a guard of their own.
 *
 * @param report told of a store that failed while it was read
 */
export function exportRoutes(store: AnswerStore, report: (problem: string) => void): Hono {
  const broken = (error: unknown): void => report(problemOf(error));
  const app = new Hono();
  for (const { name, type, write } of FORMS) {
    app.get(`/export.${name}`, async (context) => {
      const filter = parseFilter(new URL(context.req.url).searchParams);
      if (!filter.ok) {
        return failure(context, 400, 'query', `${filter.issues[0].path}: ${filter.issues[0].message}`);
      }
      const file = `fourfold-${filter.value.survey ?? 'answers'}.${name}`;
      context.header('Content-Type', type);
      context.header('Content-Disposition', `attachment; filename="${file}"`);
      return context.body(exportBytes(write(await store.snapshot(), filter.value), broken));
    });
  }
  return app;
}
