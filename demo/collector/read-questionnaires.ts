import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuestionnaire } from '../../shared/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';

/**
 * The questionnaires in these files, and in the `.json` files of these folders, in order of name.
 *
 * @throws Error that names the file and all that is to be corrected in it, a line each
 */
export function readQuestionnaires(paths: readonly string[]): Questionnaire[] {
  return paths.flatMap(filesAt).map(readQuestionnaire);
}

function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => join(path, name));
}

function readQuestionnaire(file: string): Questionnaire {
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file}: not JSON`, { cause });
  }
  const parsed = parseQuestionnaire(input);
  if (parsed.ok) return parsed.value;
  const lines = parsed.issues.map(
    ({ path, message }) => `${file}: ${path === '' ? '' : `${path}: `}${message}`,
  );
  throw new Error(lines.join('\n'));
}
