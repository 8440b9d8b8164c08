import { collect } from './collect-command.ts';
import { CommandError } from './command-error.ts';
import { figuresCommand } from './figures-command.ts';
import { mapCommand } from './map-command.ts';
import { reportCommand } from './report-command.ts';
import { sqlCommand } from './sql-command.ts';
import { mergeCommand } from './merge-command.ts';
import { summarizeCommand } from './summarize-command.ts';
import { COMMANDS, USAGE, isCommand, type CommandName } from './usage.ts';

/** Where a command writes: what was asked for, and what there is to say about it. */
export interface Output {
  print(text: string): void;
  tell(line: string): void;
}

/** All went well, and nothing was left out but what is listed. */
export const EXIT_DONE = 0;
/** A file could not be read, or nothing came of all of them. */
export const EXIT_FAILED = 1;
/** The command was not understood. */
export const EXIT_USAGE = 2;

const RUN: Readonly<Record<CommandName, (args: string[], output: Output) => Promise<number>>> = {
  figures: figuresCommand,
  report: reportCommand,
  map: mapCommand,
  summarize: summarizeCommand,
  merge: mergeCommand,
  sql: sqlCommand,
  collect,
};

/**
 * Runs the command line.
 *
 * @param args without the program's own name
 * @returns the exit code
 * @example await run(['--help'], output) // 0
 */
export async function run([name = '', ...args]: readonly string[], output: Output): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    output.print(USAGE);
    return EXIT_DONE;
  }
  if (!isCommand(name)) {
    const known = Object.keys(COMMANDS).join(', ');
    const came = name === '' ? 'nothing' : `"${name}"`;
    output.tell(`fourfold: expected a command (${known}), got ${came}\nSee fourfold --help.`);
    return EXIT_USAGE;
  }
  // The collector has its own help.
  if (name !== 'collect' && (args.includes('--help') || args.includes('-h'))) {
    output.print(COMMANDS[name]);
    return EXIT_DONE;
  }
  try {
    return await RUN[name](args, output);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    output.tell(`fourfold ${name}: ${error.message}`);
    if (error.exitCode === EXIT_USAGE) output.tell(`See fourfold ${name} --help.`);
    return error.exitCode;
  }
}
