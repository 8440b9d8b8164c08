/** Whether a survey is meant by its name, and not by an address or the id of inline JSON. */
export function isBuiltIn(survey: string): boolean {
  return /^[\w-]+$/.test(survey);
}

/**
 * The JSON of a questionnaire, from `#id` on this page or from its address; not yet checked.
 *
 * @throws Error that names the place and the remedy
 */
export async function readSource(survey: string): Promise<unknown> {
  try {
    if (!survey.startsWith('#')) {
      const response = await fetch(survey);
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return await response.json();
    }
    const text = document.getElementById(survey.slice(1))?.textContent;
    if (text == null) throw new Error('no such element');
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${survey} cannot be read (${String(cause)}); correct the address or the JSON.`, {
      cause,
    });
  }
}
