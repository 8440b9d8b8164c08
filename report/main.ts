import './define.ts';
import { FourfoldReport } from './app.ts';
import { bakedFiles, bakedState } from './baked-data.ts';
import { EngineClient } from './engine/engine-client.ts';
import { parseJson } from './engine/parse-json.ts';
import { startWorker } from './engine/start-worker.ts';

const app = document.querySelector('fourfold-report');
if (app instanceof FourfoldReport) {
  app.engine = new EngineClient(startWorker);
  const data = parseJson(document.getElementById('fourfold-data')?.textContent ?? '');
  const baked = bakedFiles(data);
  if (baked) void app.open(baked, bakedState(data));
}
