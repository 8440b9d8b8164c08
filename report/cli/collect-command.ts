import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandError } from './command-error.ts';

/** `fourfold collect`: runs the collector that stands beside this program, with the same options. */
export async function collect(args: string[]): Promise<number> {
  const program = fileURLToPath(new URL('./collector.js', import.meta.url));
  if (!existsSync(program))
    throw new CommandError(`expected the collector at ${program}; build it by npm run build`, 1);
  const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' });
  const stop = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const [code] = (await once(child, 'exit')) as [number | null]; // null: ended by a signal
  return code ?? 1;
}
