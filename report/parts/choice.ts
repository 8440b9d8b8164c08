import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chosenValue } from './chosen-value.ts';

/**
 * A list to choose one of a few values from.
 *
 * @param called its name in the page, and what it is read out as where no label stands around it
 */
export function choice<T extends string>(
  called: { readonly name?: string; readonly label?: string },
  values: readonly T[],
  texts: Readonly<Record<T, string>>,
  chosen: T,
  choose: (value: T) => void,
): TemplateResult {
  return html`<select
    name=${called.name ?? nothing}
    aria-label=${called.label ?? nothing}
    .value=${live(chosen)}
    @change=${(event: Event) => {
      const value = values.find((one) => one === chosenValue(event));
      if (value !== undefined) choose(value);
    }}
  >
    ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${texts[value]}</option>`)}
  </select>`;
}

/** A choice with its label. */
export function labelled<T extends string>(
  name: string,
  text: string,
  values: readonly T[],
  texts: Readonly<Record<T, string>>,
  chosen: T,
  choose: (value: T) => void,
): TemplateResult {
  return html`<label>${text} ${choice({ name }, values, texts, chosen, choose)}</label>`;
}
