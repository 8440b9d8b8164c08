/**
 * A JSON text's value; undefined when it is no JSON.
 *
 * @example parseJson('{"a":1') // undefined
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown; // JSON.parse is typed as any
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
