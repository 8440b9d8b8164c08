import type { Issue } from '../parsed.ts';
import type { Exact } from './exact.ts';

const DIGITS = /^\d+$/;

/**
 * Takes apart a value from outside, and notes what is not as it should be.
 *
 * Each method gives what it found, or something empty of the right kind, so that reading goes on to the next issue.
 *
 * @example
 * const reading = new Reading();
 * reading.count('records', -1);
 * reading.issues[0].code // 'not-a-count'
 */
export class Reading {
  readonly issues: Issue[] = [];

  /** Notes an issue. */
  refuse(path: string, code: string, expected: string, got: unknown, remedy = 'make the summary anew'): void {
    const found =
      typeof got === 'object' && got !== null ? (Array.isArray(got) ? 'a list' : 'an object') : String(got);
    const message = `parseSummary: expected ${expected} at ${path || 'the root'}, got ${found}; ${remedy}`;
    this.issues.push({ path, code, message });
  }

  object(path: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>; // an object of something
    this.refuse(path, 'not-an-object', 'an object', value);
    return undefined;
  }

  list(path: string, value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.refuse(path, 'not-a-list', 'a list', value);
    return [];
  }

  text(path: string, value: unknown): string {
    if (typeof value === 'string') return value;
    this.refuse(path, 'not-a-text', 'a text', value);
    return '';
  }

  flag(path: string, value: unknown): boolean {
    if (typeof value === 'boolean') return value;
    this.refuse(path, 'not-a-flag', 'true or false', value);
    return false;
  }

  whole(path: string, value: unknown): number {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    this.refuse(path, 'not-whole', 'a whole number', value);
    return 0;
  }

  count(path: string, value: unknown): number {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    this.refuse(path, 'not-a-count', 'a whole number of 0 or more', value);
    return 0;
  }

  counts(path: string, value: unknown): number[] {
    return this.list(path, value).map((count, k) => this.count(`${path}[${k}]`, count));
  }

  /** A sum of weights: a count, or its digits past 2^53. */
  exact(path: string, value: unknown): Exact {
    return typeof value === 'string' && DIGITS.test(value) ? value : this.count(path, value);
  }

  /** Notes a sum that is not what it should be. */
  adds(path: string, sum: number, expected: number): void {
    if (sum !== expected) this.refuse(path, 'does-not-add-up', `counts that add up to ${expected}`, sum);
  }
}
