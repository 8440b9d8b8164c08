// Ten million respondents of a thousand sites, counted in shards: `npm run bench:simulation -- --sites 1000`.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('./main.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
