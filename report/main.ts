import './define.ts';
import { FourfoldReport } from './app.ts';
import { bakedFiles } from './baked-data.ts';
import { EngineClient } from './engine/engine-client.ts';
import { parseJson } from './engine/parse-json.ts';
import { startWorker } from './engine/start-worker.ts';

const app = document.querySelector('fourfold-report');
if (app instanceof FourfoldReport) {
  app.engine = new EngineClient(startWorker);
  const baked = bakedFiles(parseJson(document.getElementById('fourfold-data')?.textContent ?? ''));
  if (baked) void app.open(baked);
}
