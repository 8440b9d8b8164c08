/** Which cases a release has to go through, by browser and by store. */
export const REQUIRED: Readonly<Record<string, readonly string[]>>;
/** Of these, what `npm test` goes through. */
export const CORE: readonly string[];
/** The numbers of cases that a name begins with. */
export function numbersIn(name: string): readonly string[];
/** What is required and was not counted, by place. */
export function missingCases(
  rows: readonly { readonly name: string; readonly where: string }[],
): readonly { readonly place: string; readonly cases: readonly string[] }[];
