import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DELIMITERS, ENCODINGS, type Mapping } from '../../shared/mapping/mapping.ts';
import type { Inspection, NamedForm, TableInspection } from '../engine/inspect.ts';
import { labelled } from '../parts/choice.ts';
import { fileButton } from '../parts/file-button.ts';
import { isTurnable, withDirection } from './edit-column.ts';
import type { MappingWords } from './mapping-cells.ts';

/** A file that is a table. */
export type TableFile = Inspection & { readonly table: TableInspection };

/** How the table is written, and what can be changed of it. */
export interface TableFormContent {
  readonly file: TableFile;
  readonly mapping: Mapping;
  readonly words: MappingWords;
  /** Looks at the file anew, written in another way. */
  readonly inspect: (named: NamedForm) => void;
  readonly change: (mapping: Mapping) => void;
  readonly load: (files: readonly File[]) => void;
}

const DECIMALS = ['.', ','] as const;
const DIRECTIONS = ['good', 'bad'] as const;

/** The row above the columns: delimiter, encoding, decimal, direction; and a saved mapping. */
export function tableForm(content: TableFormContent): TemplateResult {
  const { file, mapping, words, inspect, change, load } = content;
  const { encoding, sureOfEncoding, table } = file;
  const { form } = words;
  const written = mapping.table ?? {};
  const direction = directionOf(mapping);
  return html`<div class="filters form" role="group" aria-label=${form.name}>
    ${labelled('delimiter', form.delimiter, DELIMITERS, words.delimiters, table.delimiter, (delimiter) =>
      inspect({ encoding, delimiter }),
    )}
    ${
      sureOfEncoding
        ? html`<span>${form.encoding} <span class="ink">${words.encodings[encoding]}</span></span>`
        : html`<span
            >${labelled('encoding', form.encoding, ENCODINGS, words.encodings, encoding, (chosen) =>
              inspect({ encoding: chosen }),
            )} <span class="act">? ${words.guessedEncoding}</span></span
          >`
    }
    ${labelled('decimal', form.decimal, DECIMALS, words.decimals, written.decimal ?? '.', (decimal) =>
      change({ ...mapping, table: { ...written, decimal } }),
    )}
    ${
      direction === undefined
        ? nothing
        : labelled(
            'direction',
            form.direction,
            direction === 'mixed' ? [...DIRECTIONS, direction] : DIRECTIONS,
            words.directions,
            direction,
            (chosen) => chosen !== 'mixed' && change(withDirection(mapping, chosen === 'bad')),
          )
    }
    ${allowances(content)}
    <span class="saved">${words.saved} ${fileButton(words.load, '', load)}</span>
  </div>`;
}

/** What is only read where the owner says so: spaces around values, 4.0 for 4. */
function allowances({ file, mapping, words, change }: TableFormContent): readonly TemplateResult[] {
  const scored = new Set(mapping.columns.filter((column) => 'scale' in column).map(({ column }) => column));
  const profiles = file.table.columns.filter(({ name }) => scored.has(name));
  const written = mapping.table ?? {};
  const box = (key: 'trimSpaces' | 'wholeDecimals', cells: number): TemplateResult[] =>
    cells === 0
      ? []
      : [
          html`<label
            ><input
              type="checkbox"
              name=${key}
              .checked=${live(written[key] === true)}
              @change=${() => change({ ...mapping, table: { ...written, [key]: written[key] !== true } })}
            />
            ${words[key](cells)}</label
          >`,
        ];
  return [
    ...box(
      'trimSpaces',
      profiles.reduce((sum, { padded }) => sum + padded, 0),
    ),
    ...box(
      'wholeDecimals',
      profiles.reduce((sum, { wholeDecimals }) => sum + wholeDecimals, 0),
    ),
  ];
}

function directionOf({ columns }: Mapping): 'good' | 'bad' | 'mixed' | undefined {
  const turns = new Set(columns.filter(isTurnable).map(({ reversed }) => reversed === true));
  if (turns.size === 0) return undefined;
  if (turns.size > 1) return 'mixed';
  return turns.has(true) ? 'bad' : 'good';
}
