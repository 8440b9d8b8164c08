import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = new URL('../engine/wasm/scan-rows.ts', import.meta.url);
const TARGET = new URL('../engine/wasm/scan-rows.wasm.ts', import.meta.url);
const OPTIONS = ['--runtime', 'stub', '--enable', 'simd', '--enable', 'bulk-memory', '--noAssert'];

/**
 * The scanner's compiled code, as the text of a module.
 *
 * @returns {Promise<string>}
 * @throws Error with what the compiler says
 */
export async function compiledScanner() {
  let binary;
  const files = { 'scan-rows.ts': readFileSync(SOURCE, 'utf8') };
  const { error, stderr } = await asc.main(
    ['scan-rows.ts', '--outFile', 'scan-rows.wasm', '-O3', '--converge', ...OPTIONS],
    {
      readFile: (name) => files[name] ?? null,
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`compile-scanner: ${error.message}\n${stderr.toString()}`);
  return `/** Made by \`npm run wasm\` of scan-rows.ts: WebAssembly in base64. */
export const SCAN_ROWS =
  '${Buffer.from(binary).toString('base64')}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, await compiledScanner());
