export const ATTRIBUTES: readonly string[];

/** Answers by column and point. */
export function generate(
  rows: number,
  files: { readonly csv: string; readonly ndjson?: string; readonly seed?: number; readonly site?: number },
): { readonly truth: Readonly<Record<string, readonly number[]>>; readonly digest: string };
