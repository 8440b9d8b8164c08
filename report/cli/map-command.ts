import type { Encoding } from '../../shared/mapping/mapping.ts';
import { EncodingError } from '../engine/encoding.ts';
import { inspect, type Inspection } from '../engine/inspect.ts';
import type { Source } from '../engine/source.ts';
import { en } from '../strings/en.ts';
import { CommandError } from './command-error.ts';
import { OUTPUT_OPTION, encodingOf, readArgs } from './command-line.ts';
import { diskSource } from './disk-source.ts';
import { proposalLine } from './proposal-line.ts';
import { EXIT_DONE, type Output } from './run.ts';
import { writeOutput } from './write-output.ts';

/** `fourfold map`: a guessed mapping for editing, and what to look at in it. */
export async function mapCommand(args: string[], output: Output): Promise<number> {
  const { values, files } = readArgs(args, {
    ...OUTPUT_OPTION,
    survey: { type: 'string' },
    encoding: { type: 'string' },
  });
  const [file] = files;
  if (files.length > 1) throw new CommandError(`expected one file, got ${files.length}`, 2);
  const asked = encodingOf(values.encoding);
  const { table, encoding, sureOfEncoding } = await inspected(await diskSource(file), asked);
  if (!table) throw new CommandError(`${file}: expected a table with a header, such as CSV`, 1);
  const { mapping, proposals } = table.guess;
  const named = values.survey === undefined ? mapping : { ...mapping, survey: values.survey };
  await writeOutput(`${JSON.stringify({ $schema: SCHEMA, ...named }, null, 2)}\n`, values.output, output);
  if (!sureOfEncoding)
    output.tell(
      `${file} is not in UTF-8; it was read as ${encoding}. See that its names are right, or name another by --encoding.`,
    );
  if (table.own) output.tell(`${file} is an export of ours: it is read without a mapping.`);
  for (const proposal of proposals) output.tell(proposalLine(proposal));
  return EXIT_DONE;
}

const SCHEMA = './fourfold-map.schema.json';

async function inspected(source: Source, encoding: Encoding | undefined): Promise<Inspection> {
  try {
    const found = await inspect(source, encoding === undefined ? {} : { encoding });
    const { kind } = found;
    if (kind === 'table') return found;
    const reason = kind === 'json' ? 'expected a table, got JSON' : en.problems.title(source.name, kind);
    throw new CommandError(`${source.name}: ${reason}`, 1);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw new CommandError(`${source.name}: ${error.message}; name another encoding by --encoding`, 1, {
      cause: error,
    });
  }
}
