import { build } from 'vite';

/**
 * A script and all that it imports, as the text of one classic script.
 *
 * @param entry its path
 * @param name of the bundle's own variable
 */
export async function bundled(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', minify: true, lib: { entry, formats: ['iife'], name } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new TypeError(`bundled: expected a bundle of ${entry}`);
  return output.output[0].code;
}
