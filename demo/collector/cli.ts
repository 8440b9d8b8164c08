import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** Shortest token that is taken, in characters. */
const TOKEN_MIN_LENGTH = 12;

/** What the command line asks for. */
export interface CollectOptions {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly token: string;
  readonly allowOrigins: readonly string[];
  /** Files and folders of questionnaires. */
  readonly questionnaires: readonly string[];
}

/** A command to run, or a text to print and the code to end with. */
export type Command =
  | { readonly kind: 'run'; readonly options: CollectOptions }
  | { readonly kind: 'print'; readonly text: string; readonly exitCode: 0 | 2 };

/** What `--help` prints. */
const HELP = `Fourfold collector: takes answers, keeps them in one SQLite file, gives them back.

Usage: node dist/collector.js --token <token> [options]

  --token <text>           opens exports and erasure, ${TOKEN_MIN_LENGTH} characters or more;
                           better as FOURFOLD_TOKEN, which other users of the machine cannot see
  --database <file>        where answers are kept (./fourfold.db)
  --port <number>          0 takes any free one (4401)
  --host <address>         0.0.0.0 answers other machines too (127.0.0.1)
  --allow-origin <origin>  a site whose pages may post, such as https://shop.example; repeatable
  --questionnaires <path>  a questionnaire's file, or a folder of them; repeatable
  --help

Endpoints: POST /responses, DELETE /responses?context.<field>=<value>, GET /export.csv,
GET /export.ndjson, GET /questionnaires.json, GET /healthz, and GET / to download by hand.`;

const OPTIONS = {
  token: { type: 'string' },
  database: { type: 'string', default: 'fourfold.db' },
  port: { type: 'string', default: '4401' },
  host: { type: 'string', default: '127.0.0.1' },
  'allow-origin': { type: 'string', multiple: true, default: [] },
  questionnaires: { type: 'string', multiple: true, default: [] },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/**
 * The command that arguments and environment ask for.
 *
 * @param args without the program's name
 * @example readCommand(['--help'], {}).kind // 'print'
 */
export function readCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Command {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: OPTIONS }));
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error)); // parseArgs names the option
  }
  if (values.help) return { kind: 'print', text: HELP, exitCode: 0 };
  const token = values.token ?? environment.FOURFOLD_TOKEN ?? '';
  if (token.length < TOKEN_MIN_LENGTH || !/^[\x21-\x7e]+$/.test(token)) {
    return wrong(
      `expected a token by --token or FOURFOLD_TOKEN: ${TOKEN_MIN_LENGTH} or more letters, digits or signs`,
    );
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    return wrong(`--port: expected a number from 0 to 65535, got ${values.port}`);
  }
  const badOrigin = values['allow-origin'].find((origin) => !isOrigin(origin));
  if (badOrigin !== undefined) {
    return wrong(`--allow-origin: expected such as https://shop.example, got ${badOrigin}`);
  }
  const { host, database, questionnaires } = values;
  const options = { host, port, database, token, allowOrigins: values['allow-origin'], questionnaires };
  return { kind: 'run', options };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

function wrong(message: string): Command {
  return { kind: 'print', text: `collector: ${message}\nSee --help.`, exitCode: 2 };
}
