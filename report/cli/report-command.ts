import { fileURLToPath } from 'node:url';
import { BAKED_FORMAT, BAKED_VERSION } from '../baked-data.ts';
import { bakedFile, bakedMappings, type BakedFile } from '../engine/baked-file.ts';
import { CommandError } from './command-error.ts';
import { OUTPUT_OPTION, READING_OPTIONS, encodingOf, readArgs } from './command-line.ts';
import { readFiles, readText } from './read-files.ts';
import { EXIT_DONE, EXIT_FAILED, type Output } from './run.ts';
import { writeOutput } from './write-output.ts';

const OPEN = '<script type="application/json" id="fourfold-data">';
const CLOSE = '</script>';

/** `fourfold report`: the built page with the answers inside. */
export async function reportCommand(args: string[], output: Output): Promise<number> {
  const { values, files } = readArgs(args, {
    ...READING_OPTIONS,
    ...OUTPUT_OPTION,
    comments: { type: 'boolean', default: false },
  });
  if (values.output === undefined) throw new CommandError('expected -o FILE, where the report is written', 2);
  const page = await readText(fileURLToPath(new URL('./report/index.html', import.meta.url)));
  const reading = { map: values.map, encoding: encodingOf(values.encoding) };
  const { outcome, sources, mappings, questionnaires } = await readFiles(files, reading, {}, output);
  const read = new Set(outcome.files.map(({ name }) => name));
  const baked: BakedFile[] = [];
  for (const source of sources.filter(({ name }) => read.has(name)))
    baked.push(await bakedFile(source, { questionnaires, mappings, comments: values.comments }));
  baked.push(...bakedMappings(mappings));
  const data = { format: BAKED_FORMAT, version: BAKED_VERSION, files: baked, questionnaires };
  await writeOutput(bake(page, data), values.output, output);
  const { cells, rows } = outcome.rejections;
  const failed = outcome.problems.length > 0 || (values.strict && cells + rows > 0);
  return failed ? EXIT_FAILED : EXIT_DONE;
}

/**
 * The page with data in it. No `<` is left in the data, so that nothing in a comment can end the block.
 *
 * @throws CommandError when the page is none of ours
 */
export function bake(page: string, data: unknown): string {
  // The last one: the page's own script may name the block as well, and stands before it.
  const start = page.lastIndexOf(OPEN) + OPEN.length;
  if (start < OPEN.length)
    throw new CommandError('the built report has no place for data; build it again', 1);
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return page.slice(0, start) + json + page.slice(page.indexOf(CLOSE, start));
}
