import { html, type TemplateResult } from 'lit';

const ACCEPTED = '.csv,.tsv,.txt,.ndjson,.jsonl,.json,text/csv,application/json,application/x-ndjson';

/**
 * A button that asks for files: the browser's own file input in a label, so that keyboard and screen reader know it.
 *
 * @param onFiles told of the files chosen
 */
export function fileButton(
  text: string,
  look: string,
  onFiles: (files: readonly File[]) => void,
): TemplateResult {
  const chosen = (event: Event): void => {
    const input = event.currentTarget;
    if (!(input instanceof HTMLInputElement)) return;
    const files = [...(input.files ?? [])];
    // The same file may be chosen again after it was corrected.
    input.value = '';
    if (files.length > 0) onFiles(files);
  };
  return html`<label class="btn ${look}"
    >${text}<input class="unseen" type="file" multiple accept=${ACCEPTED} @change=${chosen}
  /></label>`;
}
