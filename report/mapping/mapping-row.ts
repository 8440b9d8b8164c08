import { html, nothing, type TemplateResult } from 'lit';
import { roleOf } from './choose-role.ts';
import { columnCounts } from './column-counts.ts';
import { isError, type Finding } from './judge-mapping.ts';
import { codesCell, nameCell, roleCell, scaleCell, type ColumnRow } from './mapping-cells.ts';
import { isScore } from './score-column.ts';

/** A column of the table as one row of the screen. */
export interface MappingRowContent extends Omit<ColumnRow, 'mapped' | 'counts'> {
  readonly findings: readonly Finding[];
  /** Its first cells. */
  readonly preview: readonly string[];
}

/** First values that are shown, and how much of each. */
const VALUES_MAX = 6;
const LETTERS_MAX = 14;
/** Letters of all of them. */
const LINE_MAX = 40;

/** A row: name, role, name in the report, first values, scale, codes set missing, and how sure the guess is. */
export function mappingRow(content: MappingRowContent): TemplateResult {
  const { profile, mapping, findings, preview, badScale, words: text } = content;
  const { name } = profile;
  const mapped = mapping.columns.find(({ column }) => column === name);
  const counts = mapped && isScore(mapped) ? columnCounts(mapped, profile, mapping.table ?? {}) : undefined;
  const row: ColumnRow = { ...content, mapped, counts };
  const id = `guess-${encodeURIComponent(name)}`;
  const heads = text.columns;
  const isUsed = roleOf(mapping, name) !== 'ignore';
  return html`<tr role="row" data-column=${name} data-doubt=${findings[0]?.kind ?? nothing}>
    <th scope="row" role="rowheader">${name}</th>
    <td role="cell" data-head=${heads.role}>${roleCell(row, id, findings.some(isError))}</td>
    <td role="cell" data-head=${heads.name}>${nameCell(row)}</td>
    <td role="cell" data-head=${heads.values} class="mut">${firstValues(preview, counts !== undefined)}</td>
    <td role="cell" data-head=${heads.scale}>${scaleCell(row)}</td>
    <td role="cell" data-head=${heads.codes}>${codesCell(row)}</td>
    <td role="cell" data-head=${heads.guess} id=${id}>
      ${badScale === undefined ? nothing : html`<p class="act">▲ ${text.badScale}</p>`}
      ${findings.map((finding) => html`<p class="act">${isDoubt(finding) ? '?' : '▲'} ${text.say(finding)}</p>`)}
      ${findings.length === 0 && isUsed ? html`<span class="mut nil">${text.agree}</span>` : nothing}
      ${oneToTen(row, findings)}
    </td>
  </tr>`;
}

/** A recommendation from 1 to 10 is NPS only where the owner says so. */
function oneToTen(
  { mapping, mapped, words: text, change }: ColumnRow,
  findings: readonly Finding[],
): TemplateResult | typeof nothing {
  const isAsked = findings.some(({ kind }) => kind === 'one-to-ten');
  if (mapped?.role !== 'nps' || (!isAsked && mapping.npsOneToTen !== true)) return nothing;
  return html`<label
    ><input
      type="checkbox"
      .checked=${mapping.npsOneToTen === true}
      @change=${() => change({ ...mapping, npsOneToTen: mapping.npsOneToTen !== true })}
    />
    ${text.oneToTen}</label
  >`;
}

/** To be answered rather than mended. */
function isDoubt({ kind }: Finding): boolean {
  return kind === 'unknown' || kind === 'day-or-month';
}

/** Scores as they come; words and numbers of other columns each once. */
function firstValues(cells: readonly string[], isScored: boolean): string {
  const values = isScored ? cells : [...new Set(cells)];
  const short = values
    .slice(0, VALUES_MAX)
    .map((value) => (value.length > LETTERS_MAX ? `${value.slice(0, LETTERS_MAX - 1)}…` : value));
  const fitting = short.filter((_, at) => short.slice(0, at + 1).join(' · ').length <= LINE_MAX);
  return fitting.join(' · ');
}
