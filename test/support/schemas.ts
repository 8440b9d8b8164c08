let count = 0;
/** A name that no other test of this machine gives. */
export function nextSchema(): string {
  return `fourfold_test_${process.pid}_${++count}`;
}

/** The address of a database with a schema of it as the place of all tables. */
export function inSchema(url: string, schema: string): string {
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  return own.href;
}
