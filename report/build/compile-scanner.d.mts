/**
 * The scanner's compiled code, as the text of a module.
 *
 * @throws Error with what the compiler says
 */
export function compiledScanner(): Promise<string>;
