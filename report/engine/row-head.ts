import { RECORD_SCHEMA_VERSION, STATUSES } from '../../shared/answers/answer-record.ts';
import type { RowHead } from './columns-builder.ts';
import type { RejectionCode } from './rejections.ts';

/** A row's fixed columns after parsing: what it is, or why the whole row cannot count. */
export type ParsedHead =
  | {
      readonly ok: true;
      readonly head: RowHead & { readonly id: string };
      readonly revision: number;
      /** Cells that did not count, though the row does. */
      readonly bad: readonly {
        readonly column: string;
        readonly value: string;
        readonly code: RejectionCode;
      }[];
    }
  | { readonly ok: false; readonly code: RejectionCode; readonly value: string };

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const WHOLE = /^[1-9]\d{0,8}$/;

/**
 * Reads what a row says of its record.
 *
 * @param cell text of a fixed column, '' when the table lacks it
 * @example parseHead((column) => ({ id: 'a', revision: '2' })[column] ?? '')
 */
export function parseHead(cell: (column: string) => string): ParsedHead {
  const id = cell('id');
  if (id === '') return { ok: false, code: 'no-id', value: '' };
  if (id === 'id') return { ok: false, code: 'header-again', value: id };
  const schemaVersion = cell('schemaVersion');
  if (schemaVersion !== '' && schemaVersion !== String(RECORD_SCHEMA_VERSION))
    return { ok: false, code: 'bad-version', value: schemaVersion };
  const revision = cell('revision') || '1';
  if (!WHOLE.test(revision)) return { ok: false, code: 'bad-revision', value: revision };

  const bad: { column: string; value: string; code: RejectionCode }[] = [];
  const checked = <T>(column: string, code: RejectionCode, parse: (text: string) => T | undefined) => {
    const value = cell(column);
    if (value === '') return undefined;
    const parsed = parse(value);
    if (parsed === undefined) bad.push({ column, value, code });
    return parsed;
  };
  const head = {
    id,
    status: checked('status', 'bad-status', (text) => STATUSES.find((status) => status === text)),
    shownAt: checked('shownAt', 'bad-time', parseTime),
    sample: checked('sample', 'bad-sample', parseShare),
    survey: cell('survey') || undefined,
    surveyVersion: cell('surveyVersion') || undefined,
  };
  return { ok: true, head, revision: Number(revision), bad };
}

function parseTime(text: string): number | undefined {
  const time = ISO_TIME.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

function parseShare(text: string): number | undefined {
  const share = /^\d*\.?\d+(e-\d+)?$/i.test(text) ? Number(text) : NaN;
  return share > 0 && share <= 1 ? share : undefined;
}
