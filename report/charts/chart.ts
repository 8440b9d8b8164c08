import { BasicPlatform, Chart, LinearScale, PointElement, ScatterController } from 'chart.js';

// Only what the charts use is registered, so that the rest stays out of the page.
Chart.register(LinearScale, PointElement, ScatterController);

export { BasicPlatform, Chart };
export type { ChartConfiguration, Plugin } from 'chart.js';
