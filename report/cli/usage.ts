const READING = `Files are exports of ours (CSV, NDJSON), summaries, other tables (CSV, TSV, XLSX), and beside
them questionnaires and mappings (JSON). A table that no mapping fits is read by a guess, and that is said.

  --map FILE            a mapping (fourfold-map), as \`fourfold map\` writes it; may come several times
  --encoding NAME       of tables whose bytes leave it open: utf-8, utf-16le, utf-16be, gb18030, windows-1252
  --strict              exit with 1 when a row or a cell was rejected`;

const EXITS = `Exit codes: 0 done; 1 a file could not be read, or nothing came of them; 2 the command was not
understood. What does not count is listed on the error output with file, line, column and reason.`;

const CHOICES = `  --survey NAME         the survey to show; the one with the most records when absent
  --survey-version V    one version, or "all" to pool them; the one with the most records when absent
  --crosshair WHERE     mean (as without it), median, midpoint, or own values SATISFACTION,IMPORTANCE
  --importance KIND     stated, derived (correlation), regression or weights (relative weights)
  --outcome KEY         the question that derived importance goes by
  --certainty SHARE     from which a point counts as settled, 0.8 as without it
  --nps-one-to-ten      a recommendation from 1 to 10 counts as NPS: 9–10, 7–8, 1–6
  --unweighted          each record counts as one, whatever its weight
  --filter FIELD=VALUE  records whose context field has the value; the same field twice: either value
  --from DAY, --until DAY  records shown on these days, YYYY-MM-DD, UTC, both included`;

/** What each command does, and its options. */
export const COMMANDS = {
  figures: `fourfold figures FILES… [options]

Prints the figures of answers: NPS, satisfaction, the matrix and what else was asked, each with n and interval.

  --json                every figure as JSON, to 12 significant digits, keys in a fixed order
${CHOICES}

${READING}

${EXITS}
`,
  report: `fourfold report FILES… -o FILE [options]

Writes the report as one HTML file with the answers inside. It opens from a disk and makes no request.

  -o, --output FILE     where to write it
  --comments            with the respondents' own words; left out as without it

${READING}

${EXITS}
`,
  map: `fourfold map FILE [options]

Prints a mapping for a table that nothing explains, guessed from the names and values of its columns. Read it,
correct it, and pass it on by --map. What to look at is told on the error output, with counts.

  -o, --output FILE     where to write it; the output when absent
  --survey NAME         name of the survey; the file's when absent
  --encoding NAME       where the file's bytes leave it open: gb18030, windows-1252, …

${EXITS}
`,
  summarize: `fourfold summarize FILES… [options]

Prints the summary of answers: whole-number counts that add up, without texts and without ids in clear.

  -o, --output FILE     where to write it; the output when absent
  --from ROWS           the result of the statements of \`fourfold sql\` as NDJSON, in place of answers; its parts may
                        come one after the other

${READING}

${EXITS}
`,
  merge: `fourfold merge SUMMARIES… [options]

Adds summaries up. Such as share answers are refused: summarise the answers together.

  -o, --output FILE     where to write it; the output when absent

${EXITS}
`,
  sql: `fourfold sql FILES… --dialect NAME [options]

Prints SQL that counts a table of answers in a database, for answers that are too many for one machine. An export
with a few rows of every survey and version tells what to count, or a table and its mapping; questionnaires may stand
beside it. Run the SQL, save its result as NDJSON, and pass it to \`fourfold summarize --from\`.

  --dialect NAME        duckdb, clickhouse or postgres; they differ in how texts are loaded, not in what is counted
  --table NAME          the table in the database; when absent, one is made and is to be filled from a CSV file
  --map FILE            a mapping (fourfold-map), as \`fourfold map\` writes it
  --encoding NAME       of a table whose bytes leave it open: utf-8, utf-16le, utf-16be, gb18030, windows-1252
  -o, --output FILE     where to write it; the output when absent

${EXITS}
`,
  collect: 'fourfold collect [options]: runs the collector; see fourfold collect --help\n',
} as const;

export type CommandName = keyof typeof COMMANDS;

/** Whether a word is a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** What the program is, and its commands. */
export const USAGE = `fourfold COMMAND …

  figures    prints the figures of answers, for people or as JSON
  report     writes the report as one HTML file with the answers inside
  map        guesses what the columns of a table mean, for you to correct
  summarize  prints counts that add up, without texts and ids
  merge      adds summaries up
  sql        prints SQL that counts answers in a database
  collect    runs the collector of answers

Each has its own --help.
`;
