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
    snapshot.close();
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
    snapshot.close();
  }
}

/** An export's parts as the bytes of a response's body, made as fast as they are taken. */
export function exportBytes(text: ExportText): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await text.next();
      if (part.done) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    async cancel() {
      await text.return();
    },
  });
}
