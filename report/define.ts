import { FourfoldReport } from './app.ts';
import { ChartElement } from './charts/chart-element.ts';
import { MappingScreen } from './mapping/mapping-screen.ts';
import { CommentsPanel } from './panels/comments-panel.ts';
import { MatrixPanel } from './panels/matrix-panel.ts';
import { Panel } from './panels/panel.ts';
import { SaveDialog } from './parts/save-dialog.ts';
import { PlanPanel } from './panels/plan-panel.ts';

customElements.define('fourfold-chart', ChartElement);
customElements.define('fourfold-mapping', MappingScreen);
customElements.define('fourfold-comments', CommentsPanel);
customElements.define('fourfold-matrix', MatrixPanel);
customElements.define('fourfold-panel', Panel);
customElements.define('fourfold-plan', PlanPanel);
customElements.define('fourfold-save', SaveDialog);
customElements.define('fourfold-report', FourfoldReport);
