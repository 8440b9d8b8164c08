import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chosenValue } from '../parts/chosen-value.ts';

/** Value of the choice that opens two fields for days. */
export const OWN_RANGE = 'own';

/**
 * A labelled list of values that come from the data.
 *
 * @param locked cannot be chosen from now
 */
export function listOf(
  name: string,
  label: string,
  items: readonly { readonly value: string; readonly text: string }[],
  chosen: string,
  choose: (value: string) => void,
  locked = false,
): TemplateResult {
  return html`<label
    >${label}
    <select
      name=${name}
      ?disabled=${locked}
      .value=${live(chosen)}
      @change=${(event: Event) => choose(chosenValue(event))}
    >
      ${items.map(
        ({ value, text }) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select></label
  >`;
}
