import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCES = new URL('../engine/wasm/assembly/', import.meta.url);
const TARGET = new URL('../engine/wasm/scanner.wasm.ts', import.meta.url);
const OPTIONS = ['--runtime', 'stub', '--enable', 'simd', '--enable', 'bulk-memory', '--noAssert'];

/**
 * The scanner's compiled code, as the text of a module.
 *
 * @returns {Promise<string>}
 * @throws Error with what the compiler says
 */
export async function compiledScanner() {
  let binary;
  const files = Object.fromEntries(
    readdirSync(SOURCES).map((name) => [name, readFileSync(new URL(name, SOURCES), 'utf8')]),
  );
  const { error, stderr } = await asc.main(
    ['rows.ts', '--outFile', 'scanner.wasm', '-O3', '--converge', ...OPTIONS],
    {
      readFile: (name) => files[name] ?? null,
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`compile-scanner: ${error.message}\n${stderr.toString()}`);
  return `/** Made by \`npm run wasm\` of assembly/rows.ts: WebAssembly in base64. */
export const SCANNER =
  '${Buffer.from(binary).toString('base64')}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, await compiledScanner());
