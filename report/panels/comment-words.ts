import { html, svg, type TemplateResult } from 'lit';
import type { DistinctiveWord } from '../comments/distinctive-words.ts';
import type { CommentsFound } from '../engine/find-comments.ts';
import { fixed } from '../format/numbers.ts';
import { comments as words } from '../strings/panels/comments.ts';
import type { Strings } from '../strings/en.ts';
import type { PanelTable } from './panel-table.ts';

type Side = 'low' | 'high';

const SIDES: readonly Side[] = ['low', 'high'];
/** Shares from this on, in percent, have no decimal. */
const WHOLE_FROM = 10;
/** Of the room beside a word, the longest bar takes this. */
const BAR_WIDTH = 84;

/** The names of the two groups and of those between, by the question that makes them. */
export function groupNames(
  { scale }: CommentsFound,
  { locale }: Strings,
): Readonly<Record<Side | 'middle', string>> {
  return words[locale].groups[scale?.role ?? 'nps'];
}

/**
 * One group's words with their shares, and a tick where the other group's share is.
 *
 * @param longest share of all bars beside each other, 0–1
 */
export function wordBars(
  side: Side,
  found: CommentsFound,
  longest: number,
  strings: Strings,
): TemplateResult {
  const text = words[strings.locale];
  const name = groupNames(found, strings)[side];
  return html`<div data-words=${side}>
    <p class="axis-title"><b>${text.head(name, found.counted[side])}</b>${text.using}</p>
    <ul class="words">
      ${found.words[side].map((word) => bar(word, side, longest, text.other))}
    </ul>
  </div>`;
}

function bar(
  { word, share, otherShare }: DistinctiveWord,
  side: Side,
  longest: number,
  other: (share: string) => string,
): TemplateResult {
  const x = (part: number): number => (BAR_WIDTH * part) / longest;
  const tick = Math.max(0.5, x(otherShare));
  return html`<li data-word=${word}>
    <span class="nm">${word}</span>
    <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class=${side === 'low' ? 's-ink2' : 's-bar'} x="0" y="3" width=${x(share)} height="10"></rect>
        <line x1=${tick} x2=${tick} y1="0" y2="16"></line>`}
    </svg>
    <span class="mut">${percentOf(share)}<span class="unseen">, ${other(percentOf(otherShare))}</span></span>
  </li>`;
}

function percentOf(share: number): string {
  return fixed(100 * share, 100 * share < WHOLE_FROM ? 1 : 0);
}

/** Every figure of the words, unrounded. */
export function wordTable(found: CommentsFound, strings: Strings): PanelTable {
  const { columns } = words[strings.locale];
  const names = groupNames(found, strings);
  return {
    columns: [
      { key: 'word', head: columns.word },
      { key: 'group', head: columns.group },
      { key: 'comments', head: columns.count, format: (value) => fixed(value, 0) },
      { key: 'share', head: `${columns.share}, %`, format: percentOf, look: 'strong' },
      { key: 'otherShare', head: `${columns.other}, %`, format: percentOf },
      { key: 'z', head: columns.z, format: (value) => fixed(value, 1), look: 'muted' },
    ],
    rows: SIDES.flatMap((side) =>
      found.words[side].map(({ word, count, share, otherShare, z }) => ({
        id: `${side} ${word}`,
        cells: [word, names[side], count, share, otherShare, z],
      })),
    ),
  };
}
