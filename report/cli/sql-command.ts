import { mappingOptions } from '../../shared/mapping/mapping-options.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import { completeRules } from '../../shared/summary/default-rules.ts';
import { BUILT_IN_QUESTIONNAIRES } from '../engine/built-in-questionnaires.ts';
import { fittingMapping, usedColumns } from '../engine/fitting-mapping.ts';
import { inspect } from '../engine/inspect.ts';
import { isMeansMapping } from '../engine/means-reader.ts';
import type { Source } from '../engine/source.ts';
import { DIALECT_NAMES } from '../sql/dialect.ts';
import { mappedSqlPlan } from '../sql/mapped-sql-plan.ts';
import { ownSqlPlan } from '../sql/own-sql-plan.ts';
import { scriptText } from '../sql/sql-script.ts';
import type { SqlPlan } from '../sql/sql-plan.ts';
import { CommandError } from './command-error.ts';
import { OUTPUT_OPTION, encodingOf, oneOf, readArgs } from './command-line.ts';
import { readFiles, type FilesRead } from './read-files.ts';
import { EXIT_DONE, type Output } from './run.ts';
import { writeOutput } from './write-output.ts';

/** `fourfold sql`: the statements that count a table of answers in a database. */
export async function sqlCommand(args: string[], output: Output): Promise<number> {
  const { values, files } = readArgs(args, {
    ...OUTPUT_OPTION,
    dialect: { type: 'string' },
    table: { type: 'string' },
    map: { type: 'string', multiple: true, default: [] as string[] },
    encoding: { type: 'string' },
  });
  const dialect = oneOf('--dialect', values.dialect, DIALECT_NAMES);
  if (dialect === undefined)
    throw new CommandError(`--dialect: expected one of ${DIALECT_NAMES.join(', ')}, got nothing`, 2);
  const reading = { map: values.map, encoding: encodingOf(values.encoding) };
  const read = await readFiles(files, reading, {}, output);
  if (read.outcome.problems.length > 0) throw new CommandError('no statements were written', 1);
  const plan = planOf(await headerOf(read.sources, output), read, output);
  await writeOutput(scriptText(plan, dialect, values.table), values.output, output);
  return EXIT_DONE;
}

/** Names of the columns of the one table among the files. */
async function headerOf(sources: readonly Source[], output: Output): Promise<string[]> {
  const headers: (readonly string[])[] = [];
  for (const source of sources) {
    const { table } = await inspect(source);
    if (table) headers.push(table.header);
  }
  const [header, ...others] = headers;
  if (!header)
    throw new CommandError('expected a table, whose header names the columns; export some rows as CSV', 1);
  if (others.some((other) => other.join('\n') !== header.join('\n')))
    throw new CommandError('expected tables with one header; write the statements for each apart', 1);
  const doubled = header.filter((name, at) => header.indexOf(name) < at);
  if (doubled.length > 0)
    output.tell(`A database has each name once; the second is left out: ${doubled.join(', ')}`);
  return [...new Set(header)];
}

function planOf(
  header: readonly string[],
  { mappings, questionnaires, outcome }: FilesRead,
  output: Output,
): SqlPlan {
  const chosen = Object.assign({}, ...mappings.map((one) => mappingOptions(one))) as FiguresOptions; // a sum of such
  const rules = completeRules(chosen.rules ?? {});
  const mapping = fittingMapping(
    header,
    mappings.filter(({ columns }) => columns.length > 0),
  );
  if (mapping && isMeansMapping(mapping))
    throw new CommandError('expected a table of answers, got one of means; there is nothing to count', 1);
  if (mapping) {
    const lacking = usedColumns(mapping).filter((column) => !header.includes(column));
    if (lacking.length > 0)
      output.tell(`Not counted, since the table lacks the column: ${lacking.join(', ')}`);
    return mappedSqlPlan(header, mapping, rules);
  }
  const known = outcome.surveys.flatMap(({ survey, versions }) =>
    versions.map(({ version }) => ({ survey, version })),
  );
  const all = [...questionnaires, ...BUILT_IN_QUESTIONNAIRES];
  const plan = ownSqlPlan({ header, known, questionnaires: all, rules });
  if (typeof plan !== 'string') return plan;
  throw new CommandError(
    `expected ${plan} on one scale, got two; write the statements for each survey and version apart`,
    1,
  );
}
