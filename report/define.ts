import { FourfoldReport } from './app.ts';
import { ChartElement } from './charts/chart-element.ts';
import { MatrixPanel } from './panels/matrix-panel.ts';
import { Panel } from './panels/panel.ts';

customElements.define('fourfold-chart', ChartElement);
customElements.define('fourfold-matrix', MatrixPanel);
customElements.define('fourfold-panel', Panel);
customElements.define('fourfold-report', FourfoldReport);
