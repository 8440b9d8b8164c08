import type { SurveySettings } from '../survey-settings.ts';
import type { FourfoldSurvey } from './fourfold-survey.ts';
import { coverPage } from './cover-page.ts';
import { keepRoom } from './inline-room.ts';
import { placementStyles } from './placement.styles.ts';

/** Where a prompt can stand, beside the corner that needs nothing more. */
const PLACEMENTS = [
  'top-left',
  'top',
  'top-right',
  'bottom-left',
  'bottom',
  'bottom-right',
  'inline',
  'full-page',
  'kiosk',
] as const;

/** A place that an owner chose. */
export interface Placement {
  /** Class of the prompt's outermost box. */
  readonly name: (typeof PLACEMENTS)[number];
  readonly styles: CSSStyleSheet;
  /** Where a script's prompt is put; undefined when the page has no such place, and the console says so. */
  readonly parent: (settings: SurveySettings) => Element | undefined;
  /**
   * The prompt has been opened, and is not drawn yet.
   *
   * @param sample share of visitors asked, where not all are
   */
  readonly opened: (element: FourfoldSurvey, sample?: number) => void;
}

/** What a placement other than the usual corner needs; undefined for one that is unknown, and the console says so. */
export async function placed(placement: string): Promise<Placement | undefined> {
  const name = PLACEMENTS.find((known) => known === placement);
  if (!name) {
    console.warn(`fourfold: no placement "${placement}"; use popover, ${PLACEMENTS.join(', ')}`);
    return undefined;
  }
  const { serveVisitors } = name === 'kiosk' ? await import('./kiosk.ts') : {};
  return {
    name,
    styles: placementStyles,
    parent: name === 'inline' ? targetOf : () => document.body,
    opened(element, sample) {
      if (name === 'inline') keepRoom(element);
      if (name === 'full-page' || serveVisitors) coverPage(element);
      serveVisitors?.(element, sample);
    },
  };
}

function targetOf({ survey, target }: SurveySettings): Element | undefined {
  const found = target && document.querySelector(target);
  if (found) return found;
  console.error(`fourfold: survey "${survey}" is not shown: data-target finds no element`);
  return undefined;
}
