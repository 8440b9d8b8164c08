import type { BaseIssue } from 'valibot';
import type { Issue } from './parsed.ts';

/**
 * The issues of a schema in the project's own form, with paths such as `questions[2].id`.
 *
 * @param found what valibot reports
 */
export function schemaIssues(found: readonly BaseIssue<unknown>[]): Issue[] {
  return found.map((issue) => ({ path: pathOf(issue), code: issue.type, message: issue.message }));
}

function pathOf(issue: BaseIssue<unknown>): string {
  let path = '';
  for (const item of issue.path ?? []) {
    if (typeof item.key === 'number') path += `[${item.key}]`;
    else path += path === '' ? String(item.key) : `.${String(item.key)}`;
  }
  return path;
}
