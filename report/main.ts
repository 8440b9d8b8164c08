import './define.ts';
import { FourfoldReport } from './app.ts';
import { parseBakedReport } from './baked-data.ts';
import { EngineClient } from './engine/engine-client.ts';
import { parseJson } from './engine/parse-json.ts';
import { DATA_ID } from './saved/saved-page.ts';
import { startWorker } from './engine/start-worker.ts';

const app = document.querySelector('fourfold-report');
if (app instanceof FourfoldReport) {
  app.engine = new EngineClient(startWorker);
  const text = document.getElementById(DATA_ID)?.textContent.trim() ?? '';
  app.examplesBeside = text === '';
  if (text !== '') void app.openBaked(parseBakedReport(parseJson(text)));
}
