/** A row of the sample file: column name to cell, empty where the source is. */
export type SampleRow = ReadonlyMap<string, string>;

/**
 * The sample file's rows. It is a plain table without quoted cells, and anything else is refused.
 *
 * @param csv text of the file
 * @throws RangeError on a quoted cell or a row of another length than the header's
 * @example readSampleTable('a,b\n1,\n')[0].get('a') // '1'
 */
export function readSampleTable(csv: string): SampleRow[] {
  if (csv.includes('"')) throw new RangeError('readSampleTable: expected no quoted cells, got one');
  const [header, ...lines] = csv.trimEnd().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line, index) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) {
      throw new RangeError(
        `readSampleTable: expected ${columns.length} cells, got ${cells.length} in row ${index + 1}`,
      );
    }
    return new Map(columns.map((column, at) => [column, cells[at]]));
  });
}
