import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What a program left behind. */
export interface Ended {
  readonly output: string;
  /** The most memory that it held, in MB. */
  readonly memory: number;
}

const TELL_MEMORY = fileURLToPath(new URL('./tell-memory.mjs', import.meta.url));

/**
 * Runs a program of ours in a process of its own.
 *
 * @throws Error when it fails; with what it said
 * @example await runNode('dist/cli.js', ['--help'])
 */
export async function runNode(script: string, args: readonly string[]): Promise<Ended> {
  const program = spawn(process.execPath, ['--import', TELL_MEMORY, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    program.exitCode ?? once(program, 'close'),
  ]);
  const memory = /maxRSS (\d+)\s*$/.exec(errors)?.[1];
  if (program.exitCode !== 0 || memory === undefined)
    throw new Error(`${script} ${args.join(' ')}: ended with ${program.exitCode}\n${errors}`);
  return { output, memory: (Number(memory) * 1024) / 1e6 };
}
