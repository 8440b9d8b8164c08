import type { SurveySettings } from '../survey-settings.ts';
import { define } from './define.ts';
import type { FourfoldSurvey } from './fourfold-survey.ts';
import type { Prepared } from './prepare.ts';

export { prepare } from './prepare.ts';

const Survey = define();

/**
 * Shows a survey: in the element given, at its place in the page, or in the top layer.
 *
 * @param sample share of visitors asked
 * @param host a `<fourfold-survey>` of the page
 * @returns the element, or undefined when it has no place; the console says why
 */
export function show(
  settings: SurveySettings,
  prepared: Prepared,
  sample?: number,
  host?: Element,
): FourfoldSurvey | undefined {
  if (!Survey) return undefined;
  const element = host instanceof Survey ? host : new Survey();
  if (element !== host) {
    const place = prepared.placed ? prepared.placed.parent(settings) : document.body;
    if (!place) return undefined;
    place.append(element);
  }
  element.open(settings, prepared, sample);
  return element;
}
