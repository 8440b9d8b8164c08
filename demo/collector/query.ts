import type { Issue, Parsed } from '../../shared/parsed.ts';
import type { AnswerFilter } from './answer-store.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const CONTEXT = 'context.';

/**
 * The filter of an export: `survey`, `from` and `until`. An empty one does not bind, as a form sends it.
 *
 * @example parseFilter(new URLSearchParams('from=2026-01-31')) // { ok: true, value: { from: '2026-01-31' } }
 */
export function parseFilter(query: URLSearchParams): Parsed<AnswerFilter> {
  const filter: Record<string, string> = {};
  for (const [name, value] of query) {
    if (name !== 'survey' && name !== 'from' && name !== 'until') {
      return failed(name, 'unknown; expected survey, from or until');
    }
    if (Object.hasOwn(filter, name)) return failed(name, 'given twice; leave one out');
    if (value === '') continue;
    if (name === 'survey' ? !NAME.test(value) : !isDay(value)) {
      return failed(
        name,
        name === 'survey' ? 'expected the id of a survey' : 'expected a day such as 2026-01-31',
      );
    }
    filter[name] = value;
  }
  return { ok: true, value: filter };
}

/**
 * Which answers to erase: at least one `context.<field>=<value>`, of which all must hold.
 *
 * @example parseErasure(new URLSearchParams('context.customer=42')) // { ok: true, value: { customer: '42' } }
 * @example parseErasure(new URLSearchParams('')).ok // false
 */
export function parseErasure(query: URLSearchParams): Parsed<Readonly<Record<string, string>>> {
  const fields = new Map<string, string>();
  for (const [name, value] of query) {
    const field = name.startsWith(CONTEXT) ? name.slice(CONTEXT.length) : '';
    if (!NAME.test(field)) return failed(name, 'unknown; expected context.<field>=<value>');
    if (value === '') return failed(name, 'expected a value');
    if (fields.has(field)) return failed(name, 'given twice; leave one out');
    fields.set(field, value);
  }
  if (fields.size === 0) return failed('context', 'expected context.<field>=<value>');
  return { ok: true, value: Object.fromEntries(fields) };
}

function isDay(text: string): boolean {
  const time = DAY.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function failed(path: string, message: string): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [{ path: path.slice(0, 80), code: 'query', message }] };
}
