import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { TIME_FORMS, type MappedColumn, type Mapping } from '../../shared/mapping/mapping.ts';
import type { ColumnProfile } from '../engine/guess/profile-column.ts';
import { count, mean } from '../format/numbers.ts';
import { chosenValue } from '../parts/chosen-value.ts';
import { choice } from '../parts/choice.ts';
import type { mapping as words } from '../strings/panels/mapping.ts';
import { ROLE_GROUPS, roleOf, withRole, type Role } from './choose-role.ts';
import type { CodeCount, ColumnCounts } from './column-counts.ts';
import { isTurnable, parseScale, turned, withCode, withColumn, withName, withScale } from './edit-column.ts';
import { isScore, type ScoreColumn } from './score-column.ts';
import { shownName } from './shown-name.ts';

/** Words of the screen. */
export type MappingWords = (typeof words)['en'];

/** One column of the table, and what can be done with it. */
export interface ColumnRow {
  readonly profile: ColumnProfile;
  readonly mapping: Mapping;
  /** What the owner began with. */
  readonly origin: Mapping;
  readonly mapped: MappedColumn | undefined;
  readonly counts: ColumnCounts | undefined;
  /** What stands in the field of the scale, where it is none. */
  readonly badScale: string | undefined;
  readonly words: MappingWords;
  readonly locale: string;
  readonly change: (mapping: Mapping) => void;
  readonly refuseScale: (text: string) => void;
}

/** Stands where there is nothing to say; a narrow page leaves it out. */
const ABSENT = html`<span class="mut nil">–</span>`;
const UNITS = ['s', 'ms'] as const;
/** Codes that one cell shows. */
const CODES_MAX = 6;

/** What the column is. */
export function roleCell(row: ColumnRow, described: string, invalid: boolean): TemplateResult {
  const { profile, mapping, origin, words: text } = row;
  const role = roleOf(mapping, profile.name);
  const option = (one: Role): TemplateResult =>
    html`<option value=${one} ?selected=${one === role}>${text.roles[one]}</option>`;
  const others: readonly Role[] = [
    ...(roleOf(origin, profile.name) === 'pick' ? (['pick'] as const) : []),
    'ignore',
  ];
  return html`<select
    aria-label=${text.roleOf(profile.name)}
    aria-describedby=${described}
    aria-invalid=${invalid ? 'true' : nothing}
    .value=${live(role)}
    @change=${(event: Event) => {
      const chosen = [...Object.values(ROLE_GROUPS).flat(), ...others].find(
        (one) => one === chosenValue(event),
      );
      if (chosen) row.change(withRole(mapping, profile, chosen, origin));
    }}
  >
    ${(Object.keys(ROLE_GROUPS) as (keyof typeof ROLE_GROUPS)[]).map(
      // its own keys
      (group) => html`<optgroup label=${text.groups[group]}>${ROLE_GROUPS[group].map(option)}</optgroup>`,
    )}
    <optgroup label=${text.groups.other}>${others.map(option)}</optgroup>
  </select>`;
}

/** What the report calls it. */
export function nameCell({
  profile,
  mapping,
  mapped,
  words: text,
  locale,
  change,
}: ColumnRow): TemplateResult {
  const name = mapped && shownName(mapped, locale);
  const isNamed = name !== undefined || (mapped !== undefined && isScore(mapped) && mapped.role !== 'nps');
  if (!isNamed) return ABSENT;
  return html`<input
    type="text"
    aria-label=${text.nameOf(profile.name)}
    maxlength="200"
    placeholder="–"
    .value=${live(name ?? '')}
    @change=${(event: Event) => change(withName(mapping, profile.name, chosenValue(event), locale))}
  />`;
}

/** On which scale, or in which form, its cells are. */
export function scaleCell(row: ColumnRow): TemplateResult | string {
  const { mapped, mapping, profile, words: text, change } = row;
  if (!mapped) return ABSENT;
  if ('scale' in mapped)
    return html`<span class="on"
        >${scaleField(row, mapped)}${isTurnable(mapped) ? direction(row, mapped) : nothing}</span
      >${pointWords(mapped)}`;
  const { name } = profile;
  switch (mapped.role) {
    case 'time':
      return choice(
        { label: `${text.columns.scale}, ${name}` },
        TIME_FORMS,
        text.timeForms,
        mapped.form,
        (form) => change(withColumn(mapping, name, () => ({ ...mapped, form }))),
      );
    case 'duration':
      return choice({ label: `${text.columns.scale}, ${name}` }, UNITS, text.units, mapped.unit, (unit) =>
        change(withColumn(mapping, name, () => ({ ...mapped, unit }))),
      );
    case 'weight':
      return profile.numbers > 0 ? text.mean(mean(profile.sum / profile.numbers)) : ABSENT;
    case 'id':
      return profile.unique ? text.unique(profile.filled) : text.notUnique;
    case 'comment':
    case 'ignore':
      return ABSENT;
    default:
      return profile.values ? text.values(profile.values.size) : ABSENT;
  }
}

type Scaled = Extract<MappedColumn, { readonly scale: unknown }>;

function scaleField(
  { profile, mapping, badScale, words: text, change, refuseScale }: ColumnRow,
  mapped: Scaled,
) {
  const { min, max } = mapped.scale;
  return html`<input
    class="scale"
    type="text"
    aria-label=${text.scaleOf(profile.name)}
    aria-invalid=${badScale === undefined ? nothing : 'true'}
    .value=${live(badScale ?? `${min}–${max}`.replaceAll('-', '−'))}
    @change=${(event: Event) => {
      const written = chosenValue(event);
      const scale = parseScale(written);
      if (!scale) refuseScale(written);
      else
        change(
          withColumn(mapping, profile.name, () =>
            isScore(mapped) ? withScale(mapped, scale) : { ...mapped, scale },
          ),
        );
    }}
  />`;
}

function direction(
  { profile, mapping, words: text, change }: ColumnRow,
  mapped: ScoreColumn,
): TemplateResult {
  const reversed = mapped.reversed === true;
  const says = reversed ? text.high.bad : text.high.good;
  return html`<button
    type="button"
    class="turn"
    aria-pressed=${reversed}
    aria-label="${text.high.bad}, ${profile.name}"
    title=${says}
    @click=${() => change(withColumn(mapping, profile.name, () => turned(mapped, !reversed)))}
  >
    ${reversed ? '↓' : '↑'}
  </button>`;
}

function pointWords(mapped: Scaled): TemplateResult | typeof nothing {
  if (!('values' in mapped) || !mapped.values) return nothing;
  const words_ = [...mapped.values].sort((a, b) => b.point - a.point);
  return html`<span class="mut small"
    >${words_.map(({ text, point }) => `${text} ${point}`).join(' · ')}</span
  >`;
}

/** Codes that are no answer, each with its rows. */
export function codesCell(row: ColumnRow): TemplateResult {
  const { mapped, counts, words: text } = row;
  if (!mapped || !isScore(mapped) || !counts) return html`<span class="mut nil">${text.none}</span>`;
  const { codes, empty } = counts;
  const rare = [...codes].sort((a, b) => b.rows - a.rows).slice(CODES_MAX);
  const shown = codes.filter((code) => !rare.includes(code));
  const parts = [
    ...shown.map((code) => codeButton(row, mapped, code)),
    ...(rare.length > 0 ? [html`<span class="mut">${text.moreCodes(rare.length)}</span>`] : []),
    ...(empty > 0 ? [html`<span class="mut">${text.empty(empty)}</span>`] : []),
  ];
  return parts.length === 0
    ? html`<span class="mut nil">${text.none}</span>`
    : html`<span class="codes">${parts}</span>`;
}

function codeButton(
  { profile, mapping, origin, words: text, change }: ColumnRow,
  mapped: ScoreColumn,
  { code, rows, state }: CodeCount,
): TemplateResult {
  const begun = origin.columns.find(({ column }) => column === profile.name);
  const outside = begun && isScore(begun) && begun.notApplicable?.includes(code) === true;
  const next = state !== 'rejected' ? 'rejected' : outside ? 'not-applicable' : 'missing';
  return html`<span
    ><button
      type="button"
      class="code"
      aria-pressed=${state !== 'rejected'}
      aria-label=${text.code(code, profile.name)}
      @click=${() => change(withColumn(mapping, profile.name, () => withCode(mapped, code, next)))}
    >
      ${code}
    </button>
    <span class=${state === 'rejected' ? 'act' : ''}>${text.states[state]} ${count(rows)}</span></span
  >`;
}
