import { isMainThread } from 'node:worker_threads';
import { readCommand } from './cli.ts';
import { startFault } from './start-fault.ts';

const command = readCommand(process.argv.slice(2), process.env);
if (!isMainThread) {
  (await import('./sqlite-thread.ts')).serveWriter();
} else if (command.kind === 'print') {
  (command.exitCode === 0 ? console.log : console.error)(command.text);
  process.exitCode = command.exitCode;
} else {
  try {
    // Loaded here, so that a package that is missing can be named together with its remedy.
    const { collect } = await import('./collect.ts');
    await collect(command.options, new URL(import.meta.url));
  } catch (error) {
    console.error(`collector: ${startFault(error, command.options)}`);
    process.exit(1);
  }
}
