import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Figures as they stand on the screen, without gaps between their parts. */
export type Shown = Readonly<Record<string, string>>;

/** Drops a file on the report's page, as a marketer would. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  // The page unpacks its script first: nobody can drop a file as soon as a test.
  await page.locator('[data-state]').waitFor();
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: 'text/csv' }));
      return data;
    },
    [name, text],
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
  }
}

/** The overview: parts of each figure, as `nps.value`, `nps.interval`, `nps.n`. */
export async function readOverview(page: Page): Promise<Shown> {
  await page.locator('[data-figure="nps"]').waitFor();
  const shown: Record<string, string> = {};
  for (const figure of await page.locator('[data-figure]').all()) {
    const name = (await figure.getAttribute('data-figure')) ?? '';
    for (const part of await figure.locator('[data-part]').all()) {
      shown[`${name}.${(await part.getAttribute('data-part')) ?? ''}`] = bare(await part.innerText());
    }
  }
  return shown;
}

/** The matrix's table: cells of each attribute, as `park.mean`, `park.quadrant`. */
export async function readMatrix(page: Page): Promise<Shown> {
  const shown: Record<string, string> = {};
  for (const row of await page.locator('tr[data-attribute]').all()) {
    const attribute = (await row.getAttribute('data-attribute')) ?? '';
    for (const cell of await row.locator('[data-cell]').all()) {
      const name = (await cell.getAttribute('data-cell')) ?? '';
      shown[`${attribute}.${name}`] =
        (await cell.getAttribute('data-quadrant')) ?? bare(await cell.innerText());
    }
  }
  return shown;
}

function bare(text: string): string {
  return text.replace(/\s/gu, '').replaceAll('−', '-');
}

/** What the oracle computed from the rows; see `test/fixtures/oracle/`. */
export interface Oracle {
  readonly records: number;
  readonly nps: OracleFigure;
  readonly csat: OracleFigure & { readonly mean: OracleFigure };
  readonly satisfiedNotLoyal: OracleFigure;
  readonly satisfaction: Readonly<Record<string, OracleFigure | null>>;
  readonly correlation: Readonly<Record<string, OracleFigure | null>>;
  readonly matrix: Readonly<Record<string, { readonly quadrant: Readonly<Record<string, string>> }>>;
}

interface OracleFigure {
  readonly value: number;
  readonly n: number;
  readonly low?: number;
  readonly high?: number;
}

/** An oracle's fixture by name. */
export function readOracle(name: string): Oracle {
  return JSON.parse(readFileSync(new URL(`../fixtures/oracle/${name}`, import.meta.url), 'utf8')) as Oracle; // made by the script beside it
}

/** What the overview must show, written by the rules of notation from the oracle's figures. */
export function expectedOverview({ nps, csat, satisfiedNotLoyal }: Oracle): Shown {
  return {
    ...parts('nps', nps, (value) => fixed(value, 0)),
    ...parts('csat', csat, percent(csat)),
    ...parts('mean', csat.mean, (value) => fixed(value, 2)),
    ...parts('satisfied-not-loyal', satisfiedNotLoyal, percent(satisfiedNotLoyal)),
  };
}

/** What the matrix's table must show for every attribute that the oracle places by a crosshair. */
export function expectedMatrix({ satisfaction, correlation, matrix }: Oracle, crosshair: string): Shown {
  const shown: Record<string, string> = {};
  for (const [attribute, quadrant] of Object.entries(matrix[crosshair].quadrant)) {
    const mean = satisfaction[attribute];
    const r = correlation[attribute];
    if (mean === null || r === null) throw new Error(`expectedMatrix: expected figures of ${attribute}`);
    shown[`${attribute}.quadrant`] = quadrant;
    shown[`${attribute}.mean`] = fixed(mean.value, 2);
    shown[`${attribute}.interval`] = ends(mean, (value) => fixed(value, 2));
    shown[`${attribute}.n`] = count(mean.n);
    shown[`${attribute}.importance`] = correlationText(r.value);
    shown[`${attribute}.importance-interval`] = ends(r, correlationText);
    shown[`${attribute}.importance-n`] = count(r.n);
  }
  return shown;
}

function parts(name: string, figure: OracleFigure, write: (value: number) => string): Shown {
  const unit = write(1).endsWith('%') ? '%' : '';
  return {
    [`${name}.value`]: write(figure.value),
    [`${name}.interval`]: ends(figure, (value) => write(value).replace(unit, '')),
    [`${name}.n`]: `n${count(figure.n)}`,
  };
}

function ends({ low, high }: OracleFigure, write: (value: number) => string): string {
  if (low === undefined || high === undefined) return '–';
  return `[${write(low)},${write(high)}]`;
}

function percent({ low = 0, high = 1 }: OracleFigure): (share: number) => string {
  const decimals = (high - low) / 2 < 0.02 ? 1 : 0;
  return (share) => `${fixed(share * 100, decimals)}%`;
}

function correlationText(r: number): string {
  return fixed(r, 2).replace(/^(-?)0\./, '$1.');
}

/** Half away from zero, on the shortest decimal form of the number. */
function fixed(value: number, decimals: number): string {
  const scaled = Number(`${Math.abs(value)}e${decimals}`);
  const rounded = Number(`${Math.round(scaled)}e-${decimals}`);
  return (value < 0 && rounded !== 0 ? '-' : '') + rounded.toFixed(decimals);
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}

/** Waits until every part of the report has been drawn. */
export async function allDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const parts = [
      ...document.querySelectorAll('fourfold-matrix, fourfold-panel, fourfold-plan, fourfold-comments'),
    ];
    return parts.length > 0 && parts.every(({ childElementCount }) => childElementCount > 0);
  });
}
