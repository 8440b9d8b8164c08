import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

const FOLDER = join(ROOT, 'widget/prompt');

/** Text of each file of the prompt. */
export function promptFiles(ending: '.ts' | '.styles.ts'): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => readFileSync(join(FOLDER, path), 'utf8'));
}
