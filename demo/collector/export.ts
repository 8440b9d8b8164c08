import { recordToRow, tableColumns } from '../../shared/answers/answer-table.ts';
import { csvHeader, csvLine } from '../../shared/answers/write-csv.ts';
import type { AnswerFilter, AnswerSnapshot } from './answer-store.ts';

/** An export's text in parts, in order. The snapshot is closed when it ends, fails or is given up. */
export type ExportText = AsyncGenerator<string, void>;

/**
 * Answers as a table. The snapshot is read twice: first for the columns, then for the rows.
 *
 * @param snapshot closed by this function
 */
export async function* csvExport(snapshot: AnswerSnapshot, filter: AnswerFilter): ExportText {
  try {
    // One row that has every column, in order of first appearance: all that the first pass keeps.
    const seen = new Map<string, string>();
    for await (const page of snapshot.pages(filter)) {
      for (const record of page) for (const column of recordToRow(record).keys()) seen.set(column, '');
    }
    const columns = tableColumns([seen]);
    yield csvHeader(columns);
    for await (const page of snapshot.pages(filter)) {
      yield page.map((record) => csvLine(columns, recordToRow(record))).join('');
    }
  } finally {
    await snapshot.close();
  }
}

/**
 * Answers as they are, one a line, each with the time at which it arrived.
 *
 * @param snapshot closed by this function
 */
export async function* ndjsonExport(snapshot: AnswerSnapshot, filter: AnswerFilter): ExportText {
  try {
    for await (const page of snapshot.pages(filter)) {
      yield page.map((record) => JSON.stringify(record) + '\n').join('');
    }
  } finally {
    await snapshot.close();
  }
}

/**
 * An export's parts as the bytes of a response's body, made as fast as they are taken.
 *
 * @param broken told of a store that failed in the middle; the body then breaks off, as no half export may pass for a
 *   whole one
 */
export function exportBytes(text: ExportText, broken: (error: unknown) => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const part = await text.next();
        if (part.done) controller.close();
        else controller.enqueue(encoder.encode(part.value));
      } catch (error) {
        broken(error);
        // A new error: the one that came may quote an answer, and this one is logged.
        controller.error(new Error('collector: an export broke off'));
      }
    },
    async cancel() {
      await text.return();
    },
  });
}
