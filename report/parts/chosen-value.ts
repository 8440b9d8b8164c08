/**
 * What stands in the field that an event is about.
 *
 * @example html`<select @change=${(event) => choose(chosenValue(event))}></select>`
 */
export function chosenValue({ currentTarget }: Event): string {
  return currentTarget instanceof HTMLSelectElement || currentTarget instanceof HTMLInputElement
    ? currentTarget.value
    : '';
}
