import type { SurveySettings } from '../survey-settings.ts';
import { define } from './define.ts';
import type { FourfoldSurvey } from './fourfold-survey.ts';
import { prepare } from './prepare.ts';

const Survey = define();

/**
 * Loads a survey and shows it: in the element given, at its place in the page, or in the top layer.
 *
 * @param raw the questionnaire's JSON, where the loader has read it already
 * @param sample share of visitors asked
 * @param host a `<fourfold-survey>` of the page
 * @returns the element, or undefined when there is nothing to show; the console says why
 */
export async function show(
  settings: SurveySettings,
  raw?: unknown,
  sample?: number,
  host?: Element,
): Promise<FourfoldSurvey | undefined> {
  const prepared = await prepare(settings, raw);
  if (prepared === undefined || Survey === undefined) return undefined;
  const place = placeOf(settings, host);
  if (place === null) {
    console.error(`fourfold: survey "${settings.survey}" is not shown: nothing matches data-target.`);
    return undefined;
  }
  const element = host instanceof Survey ? host : new Survey();
  if (element !== host) place.append(element);
  element.open(settings, prepared, sample);
  return element;
}

function placeOf({ placement, target }: SurveySettings, host: Element | undefined): Element | null {
  if (host !== undefined) return host;
  return placement === 'inline' ? document.querySelector(target ?? ':not(*)') : document.body;
}
