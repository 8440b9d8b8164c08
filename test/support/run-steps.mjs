import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs steps one after another and ends with one line: N passed, N failed. The process fails with the first failure,
 * and where nothing passed.
 *
 * @param {readonly object[]} steps each with name, command and `count(code, output)`, which gives how many passed and
 *   the names of the failures
 * @param {object} options `results`, the folder that the steps write to, emptied first; `env` beside the process's
 *   own; `wanted`, names of steps, none for all
 */
export async function runSteps(steps, { results, env, wanted }) {
  rmSync(join(root, results), { recursive: true, force: true });
  mkdirSync(join(root, results), { recursive: true });
  let passed = 0;
  const failures = [];
  for (const step of steps) {
    if (wanted.length > 0 && !wanted.includes(step.name)) continue;
    const begun = performance.now();
    console.log(`\n== ${step.name}`);
    const { code, output } = await run(step, env);
    const counted = step.count(code, output);
    passed += counted.passed;
    failures.push(...counted.failures.map((failure) => `${step.name}: ${failure}`));
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(
      `== ${step.name}: ${counted.passed} passed, ${counted.failures.length} failed (${seconds} s)`,
    );
  }
  console.log('');
  for (const failure of failures) console.log(`FAILED ${failure.split('\n', 1)[0]}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;
}

function run({ command, quiet }, env) {
  return new Promise((done) => {
    const child = spawn(command.startsWith('npm ') ? command : `npx --no-install ${command}`, {
      cwd: root,
      env: { ...process.env, ...env },
      shell: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (!quiet) process.stdout.write(chunk);
    });
    child.on('close', (code) => done({ code, output }));
  });
}
