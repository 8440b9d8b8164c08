/** Whether a survey is meant by its name, and not by an address or the id of inline JSON. */
export function isBuiltIn(survey: string): boolean {
  return /^[\w-]+$/.test(survey);
}

/**
 * The JSON of a questionnaire, from `#id` on this page or from its address; not yet checked.
 *
 * @throws Error, whatever keeps it from being read
 */
export async function readSurvey(survey: string): Promise<unknown> {
  if (survey.startsWith('#')) {
    const element = document.getElementById(survey.slice(1));
    if (!element) throw new Error('No element has this id');
    return JSON.parse(element.textContent);
  }
  const response = await fetch(survey);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}
