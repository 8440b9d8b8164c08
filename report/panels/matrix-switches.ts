import { html, nothing, type TemplateResult } from 'lit';
import type { CrosshairChoice } from '../../shared/metrics/crosshair.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { ImportanceKind, Matrix, MatrixOptions } from '../../shared/metrics/matrix.ts';
import { isShare } from '../charts/matrix-model.ts';
import type { Strings } from '../strings/en.ts';

const CROSSHAIRS: readonly CrosshairChoice['kind'][] = ['mean', 'median', 'midpoint', 'own'];
const IMPORTANCES: readonly ImportanceKind[] = ['stated', 'correlation', 'relative-weight'];
/** Offered only where they are what the matrix stands on. */
const OTHERS: readonly ImportanceKind[] = ['picks', 'regression'];

/** How the matrix is made: which crosshair, which importance; and the reader's own lines. */
export function matrixSwitches(
  matrix: Matrix,
  figures: Figures,
  options: MatrixOptions,
  strings: Strings,
  choose: (options: MatrixOptions) => void,
): TemplateResult {
  const { matrix: words } = strings;
  const { crosshair } = matrix;
  const chooseCrosshair = (kind: CrosshairChoice['kind']): void => {
    const { satisfaction, importance } = crosshair;
    choose({ ...options, crosshair: kind === 'own' ? { kind, satisfaction, importance } : { kind } });
  };
  const chooseImportance = (importance: ImportanceKind): void => {
    // Lines of one's own stand in the units of the axis that is left.
    const { crosshair: chosen, ...rest } = options;
    choose({ ...rest, importance, ...(chosen && chosen.kind !== 'own' && { crosshair: chosen }) });
  };
  const refused = (kind: ImportanceKind): string | undefined => {
    if (kind === matrix.importance) return undefined;
    if (kind === 'stated') return figures.importance.length > 0 ? undefined : words.notAsked;
    if (!figures.derivedImportance) return words.noOutcome;
    const { refused: why, n } = figures.derivedImportance.relative;
    return kind === 'relative-weight' && why ? words.weightRefused[why](n) : undefined;
  };
  return html`<div class="switches">
      <div role="radiogroup" aria-label=${words.crosshair}>
        <span>${words.crosshair}</span>
        ${CROSSHAIRS.map((kind) =>
          option('crosshair', kind, words.crosshairs[kind], crosshair.kind === kind, () =>
            chooseCrosshair(kind),
          ),
        )}
      </div>
      <div role="radiogroup" aria-label=${words.importance}>
        <span>${words.importance}</span>
        ${[...IMPORTANCES, ...OTHERS.filter((kind) => kind === matrix.importance)].map((kind) => {
          const why = refused(kind);
          return why === undefined
            ? option('importance', kind, words.importances[kind], matrix.importance === kind, () =>
                chooseImportance(kind),
              )
            : html`<span class="off">${words.importances[kind]}: ${why}</span>`;
        })}
      </div>
    </div>
    ${crosshair.kind === 'own' ? ownLines(matrix, options, strings, choose) : nothing}`;
}

/** A native radio button in its label, so that arrow keys move between the choices. */
function option(
  group: string,
  value: string,
  text: string,
  chosen: boolean,
  choose: () => void,
): TemplateResult {
  return html`<label
    ><input
      class="unseen"
      type="radio"
      name="fourfold-${group}"
      value=${value}
      .checked=${chosen}
      @change=${choose}
    />${text}</label
  >`;
}

function ownLines(
  { crosshair, importance: kind }: Matrix,
  options: MatrixOptions,
  { matrix: words }: Strings,
  choose: (options: MatrixOptions) => void,
): TemplateResult {
  // Weights stand on their axis in per cent.
  const perUnit = isShare({ importance: kind }) ? 100 : 1;
  const set = (axis: 'satisfaction' | 'importance') => (event: Event) => {
    const input = event.currentTarget;
    if (!(input instanceof HTMLInputElement) || Number.isNaN(input.valueAsNumber)) return;
    const { satisfaction, importance } = crosshair;
    const value = input.valueAsNumber / (axis === 'importance' ? perUnit : 1);
    const lines = { kind: 'own' as const, satisfaction, importance, [axis]: value };
    choose({ ...options, crosshair: lines });
  };
  const line = (text: string, axis: 'satisfaction' | 'importance'): TemplateResult =>
    html`<label
      >${text}
      <input
        type="number"
        step="any"
        name=${axis}
        .value=${String(Number((crosshair[axis] * (axis === 'importance' ? perUnit : 1)).toFixed(4)))}
        @change=${set(axis)}
    /></label>`;
  return html`<div class="own">
    ${line(words.ownSatisfaction, 'satisfaction')} ${line(words.ownImportance, 'importance')}
  </div>`;
}
