import { FourfoldReport } from './app.ts';
import { bakedFiles } from './baked-data.ts';
import { MatrixChart } from './charts/matrix-chart-element.ts';
import { EngineClient } from './engine/engine-client.ts';
import { parseJson } from './engine/parse-json.ts';
import { startWorker } from './engine/start-worker.ts';
import { MatrixPanel } from './panels/matrix-panel.ts';

customElements.define('fourfold-matrix-chart', MatrixChart);
customElements.define('fourfold-matrix', MatrixPanel);
customElements.define('fourfold-report', FourfoldReport);

const app = document.querySelector('fourfold-report');
if (app instanceof FourfoldReport) {
  app.engine = new EngineClient(startWorker);
  const baked = bakedFiles(parseJson(document.getElementById('fourfold-data')?.textContent ?? ''));
  if (baked) void app.open(baked);
}
