/** A server that takes longer has no questionnaire. */
const PATIENCE_MS = 10_000;

/**
 * The JSON of a questionnaire, from `#id` on this page or from its address; not yet checked. Undefined where it is
 * meant by its name, so that it is built in.
 *
 * @throws Error, whatever keeps it from being read
 */
export async function readSurvey(survey: string): Promise<unknown> {
  if (/^[\w-]+$/.test(survey)) return undefined;
  if (survey.startsWith('#'))
    return JSON.parse((document.querySelector(survey) as { textContent: string }).textContent);
  return (await fetch(survey, { signal: AbortSignal.timeout(PATIENCE_MS) })).json();
}
