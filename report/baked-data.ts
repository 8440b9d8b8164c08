import type { SourceFile } from './engine/messages.ts';
import { parsePageState, type PageState } from './state.ts';

/** Name that data baked into the page carries. */
export const BAKED_FORMAT = 'fourfold-report-data';

/** Version of the baked data's form; a page refuses a higher one. */
export const BAKED_VERSION = 1;

/**
 * The files that stand in the page itself, so that it opens on its figures.
 *
 * @param input parsed JSON of `<script type="application/json" id="fourfold-data">`
 * @returns undefined when it is not data of ours
 * @example bakedFiles({ format: 'fourfold-report-data', version: 1, files: [{ name: 'a.csv', text: 'id,nps' }] })
 */
export function bakedFiles(input: unknown): SourceFile[] | undefined {
  if (!isObject(input) || input.format !== BAKED_FORMAT || input.version !== BAKED_VERSION) return undefined;
  const { files, questionnaires } = input;
  if (!Array.isArray(files)) return undefined;
  const sources: SourceFile[] = [];
  const listed = files as unknown[]; // isArray gives any[]
  for (const file of listed) {
    if (!isObject(file) || typeof file.name !== 'string' || typeof file.text !== 'string') return undefined;
    sources.push({ name: file.name, blob: new Blob([file.text]) });
  }
  if (Array.isArray(questionnaires) && questionnaires.length > 0)
    sources.push({ name: 'questionnaires.json', blob: new Blob([JSON.stringify({ questionnaires })]) });
  return sources;
}

/**
 * What was chosen on the page when it was saved.
 *
 * @param input parsed JSON, as for {@link bakedFiles}
 * @returns undefined when it holds none
 * @example bakedState({ state: { filter: { fields: {} } } }) // { filter: { fields: {} } }
 */
export function bakedState(input: unknown): PageState | undefined {
  return isObject(input) ? parsePageState(input.state) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
