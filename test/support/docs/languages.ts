import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languagesOf } from '../../../shared/questionnaire/texts.ts';
import { BUILT_INS } from './questionnaires-table.ts';
import { ROOT } from './root.ts';
import { code } from './table.ts';

/** A language tag as a file's name. */
const LANGUAGE_FILE = /^([a-z]{2}(?:-[A-Z]{2})?)\.ts$/;

/** The languages of the prompt's own words; English, which serves where there is no other, comes first. */
export function promptLanguages(): string[] {
  const files = readdirSync(join(ROOT, 'widget/prompt/strings'));
  const tags = files.flatMap((file) => LANGUAGE_FILE.exec(file)?.[1] ?? []);
  return ['en', ...tags.filter((tag) => tag !== 'en').sort()];
}

/** The languages of the prompt, then those of the built-in questionnaires, which may bring words of their own. */
export function languages(): string {
  const wordless = BUILT_INS.filter((questionnaire) => languagesOf(questionnaire).length === 0);
  const others = new Set(
    BUILT_INS.filter((one) => !wordless.includes(one)).map((one) => list(languagesOf(one))),
  );
  if (others.size !== 1)
    throw new RangeError('languages: expected one set of languages, so that one sentence tells');
  const inAll = list(wordless.map(({ id }) => id));
  return `The prompt and the questionnaires ${inAll} speak ${list(promptLanguages())}; the other built-in ones speak ${[...others][0]}.`;
}

function list(names: readonly string[]): string {
  return names.map(code).join(', ');
}
