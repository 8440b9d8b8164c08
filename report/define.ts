import { FourfoldReport } from './app.ts';
import { MatrixChart } from './charts/matrix-chart-element.ts';
import { MatrixPanel } from './panels/matrix-panel.ts';

customElements.define('fourfold-matrix-chart', MatrixChart);
customElements.define('fourfold-matrix', MatrixPanel);
customElements.define('fourfold-report', FourfoldReport);
