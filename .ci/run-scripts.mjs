// Runs commands that end with "N passed, N failed", each whatever became of the one before, and ends with their
// failures and the sum.
import { spawn } from 'node:child_process';

let passed = 0;
let failed = 0;
const failures = [];
for (const command of process.argv.slice(2)) {
  console.log(`\n>> ${command}`);
  const { code, output } = await run(command);
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed\r?$/gm)].at(-1);
  const [good, bad] = last?.slice(1).map(Number) ?? [0, 0];
  passed += good;
  failures.push(...output.split(/\r?\n/).filter((line) => line.startsWith('FAILED ')));
  // A command that ends badly without a count, or with none failed, counts as one failure.
  failed += code === 0 && last !== undefined ? bad : Math.max(1, bad);
}
console.log(['', ...failures].join('\n'));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function run(command) {
  return new Promise((done) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('close', (code) => done({ code, output }));
  });
}
