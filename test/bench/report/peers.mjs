import { createReadStream } from 'node:fs';

/** Columns of scores, and the point above the highest. */
const isScore = (name) => name === 'nps' || name === 'csat' || name.startsWith('service.');

/** What each peer counts: answers by column and point. */
export const PEERS = {
  async papaparse(file) {
    const { default: Papa } = await import('papaparse');
    const counts = {};
    let rows = 0;
    await new Promise((done, failed) => {
      Papa.parse(createReadStream(file), {
        header: true,
        chunk: ({ data }) => {
          rows += data.length;
          for (const row of data)
            for (const name in row)
              if (isScore(name) && row[name] !== '') count(counts, name, Number(row[name]));
        },
        skipEmptyLines: true,
        complete: done,
        error: failed,
      });
    });
    return { rows, counts };
  },
  async duckdb(file) {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
    const path = file.replaceAll("'", "''");
    await connection.run(
      `create view answers as select * from read_csv('${path}', header = true, quote = '"')`,
    );
    const described = await connection.runAndReadAll('describe answers');
    const names = described
      .getRows()
      .map(([name]) => String(name))
      .filter(isScore);
    const sums = names.flatMap((name) =>
      Array.from({ length: 11 }, (_, point) => `sum(case when "${name}" = ${point} then 1 else 0 end)`),
    );
    const [row] = (
      await connection.runAndReadAll(`select count(*), ${sums.join(', ')} from answers`)
    ).getRows();
    const [rows, ...numbers] = row.map(Number);
    const counts = Object.fromEntries(names.map((name, at) => [name, numbers.slice(11 * at, 11 * at + 11)]));
    return { rows, counts };
  },
};

function count(counts, name, point) {
  counts[name] ??= new Array(11).fill(0);
  counts[name][point]++;
}

// As a program: node peers.mjs NAME FILE
if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [name, file] = process.argv.slice(2);
  const began = performance.now();
  const result = await PEERS[name](file);
  const { user, system } = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS / 1000;
  console.log(
    JSON.stringify({ ...result, wall: performance.now() - began, cpu: (user + system) / 1000, memory }),
  );
}
