import { FourfoldSurvey } from './fourfold-survey.ts';

/** Name of the element. */
export const TAG = 'fourfold-survey';

/**
 * Registers the element, once. Where the page has given the name away, a survey cannot be shown, and that is said.
 *
 * @returns the class that bears the name, or undefined when it is none of ours
 */
export function define(registry: CustomElementRegistry = customElements): typeof FourfoldSurvey | undefined {
  const taken = registry.get(TAG);
  if (taken === undefined) {
    registry.define(TAG, FourfoldSurvey);
    return FourfoldSurvey;
  }
  if ('isFourfold' in taken) return taken as typeof FourfoldSurvey; // a copy of ours, maybe of another version
  console.warn(`fourfold: <${TAG}> belongs to another script on this page; no survey is shown.`);
  return undefined;
}
