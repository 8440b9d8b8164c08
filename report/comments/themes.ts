import type { Interval } from '../../shared/statistics/interval.ts';
import { wilsonInterval } from '../../shared/statistics/wilson-interval.ts';

/** A subject that the owner looks for in comments. */
export interface Theme {
  readonly name: string;
  /** Words or phrases; `park*` also finds "parking". Chinese ones are found anywhere. */
  readonly keywords: readonly string[];
}

/** How many comments touch a theme. */
export interface ThemeCount {
  readonly name: string;
  readonly count: number;
  /** Comments searched. */
  readonly n: number;
  /** Share of the comments, 0–1. */
  readonly share: number;
  /** 95 %, Wilson. */
  readonly interval: Interval;
}

const HAN = /\p{Script=Han}/u;

/**
 * Counts comments by theme; one comment can touch several.
 *
 * @param comments in any order; not mutated
 * @returns in the owner's order; empty without comments
 * @example countThemes(['Parking was full'], [{ name: 'Parking', keywords: ['park*'] }])[0]?.count // 1
 */
export function countThemes(comments: readonly string[], themes: readonly Theme[]): readonly ThemeCount[] {
  const n = comments.length;
  if (n === 0) return [];
  const texts = comments.map(plain);
  return themes.map(({ name, keywords }) => {
    const touches = matcher(keywords);
    const count = texts.filter(touches).length;
    return { name, count, n, share: count / n, interval: wilsonInterval(count, n) };
  });
}

/**
 * Whether a comment touches a theme.
 *
 * @example touchesTheme('停车场太远', { name: '停车', keywords: ['停车'] }) // true
 */
export function touchesTheme(comment: string, { keywords }: Theme): boolean {
  return matcher(keywords)(plain(comment));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function matcher(keywords: readonly string[]): (text: string) => boolean {
  const tests = keywords
    .map((keyword) => plain(keyword).trim())
    .filter((keyword) => keyword !== '' && keyword !== '*')
    .map((keyword) => {
      if (HAN.test(keyword)) return (text: string) => text.includes(keyword.replace(/\*$/, ''));
      const open = keyword.endsWith('*');
      const literal = (open ? keyword.slice(0, -1) : keyword).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal}${open ? '' : '(?![\\p{L}\\p{N}])'}`, 'u');
      return (text: string) => pattern.test(text);
    });
  return (text) => tests.some((test) => test(text));
}
