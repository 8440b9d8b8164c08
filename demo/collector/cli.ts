import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { HELP, TOKEN_MIN_LENGTH } from './help.ts';
import { parseSinkAddress } from './sink-address.ts';
import type { SinkAddress } from './sink-address.ts';

/** Where answers are kept: a file of our own, or a database on a server. */
export type Database =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string };

/** What the command line asks for. */
export interface CollectOptions {
  readonly host: string;
  readonly port: number;
  readonly database: Database;
  readonly token: string;
  readonly allowOrigins: readonly string[];
  /** Posts that one address may send within a minute; 0 for any number. */
  readonly rateLimit: number;
  /** Addresses of our own proxies, whose `X-Forwarded-For` is believed. */
  readonly proxies: readonly string[];
  /** Files and folders of questionnaires. */
  readonly questionnaires: readonly string[];
  /** Where answers are handed on to; only with PostgreSQL. */
  readonly sink?: SinkAddress;
}

/** A command to run, or a text to print and the code to end with. */
export type Command =
  | { readonly kind: 'run'; readonly options: CollectOptions }
  | { readonly kind: 'print'; readonly text: string; readonly exitCode: 0 | 2 };

const OPTIONS = {
  token: { type: 'string' },
  database: { type: 'string' },
  port: { type: 'string', default: '4401' },
  host: { type: 'string', default: '127.0.0.1' },
  'allow-origin': { type: 'string', multiple: true, default: [] },
  'rate-limit': { type: 'string', default: '3000' },
  'trust-proxy': { type: 'string', multiple: true, default: [] },
  questionnaires: { type: 'string', multiple: true, default: [] },
  sink: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/**
 * The command that arguments and environment ask for.
 *
 * @param args without the program's name
 * @example readCommand(['--help'], {}).kind // 'print'
 */
export function readCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Command {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help) return { kind: 'print', text: HELP, exitCode: 0 };
    return { kind: 'run', options: readOptions(values, environment) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error); // of ours, or parseArgs names the option
    return { kind: 'print', text: `collector: ${message}\nSee --help.`, exitCode: 2 };
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function readOptions(values: Values, environment: NodeJS.ProcessEnv): CollectOptions {
  const token = values.token ?? environment.FOURFOLD_TOKEN ?? '';
  if (token.length < TOKEN_MIN_LENGTH || !/^[\x21-\x7e]+$/.test(token)) {
    const form = `${TOKEN_MIN_LENGTH} or more letters, digits or signs`;
    throw new RangeError(`expected a token by --token or FOURFOLD_TOKEN: ${form}`);
  }
  for (const origin of values['allow-origin']) {
    if (!isOrigin(origin)) {
      throw new RangeError(`--allow-origin: expected such as https://shop.example, got ${origin}`);
    }
  }
  for (const address of values['trust-proxy']) {
    if (isIP(address) === 0) {
      throw new RangeError(`--trust-proxy: expected an address such as 127.0.0.1, got ${address}`);
    }
  }
  const database = databaseOf(values.database, environment.DATABASE_URL);
  if (values.sink !== undefined && database.kind !== 'postgres') {
    throw new RangeError(
      '--sink: expected answers in PostgreSQL, which keeps what the sink has not taken yet. Set DATABASE_URL, and leave --database out',
    );
  }
  return {
    host: values.host,
    port: wholeNumber('--port', values.port, 65_535),
    database,
    token,
    allowOrigins: values['allow-origin'],
    rateLimit: wholeNumber('--rate-limit', values['rate-limit'], 1_000_000),
    proxies: values['trust-proxy'],
    questionnaires: values.questionnaires,
    ...(values.sink !== undefined && { sink: parseSinkAddress(values.sink, environment) }),
  };
}

function databaseOf(file: string | undefined, url: string | undefined): Database {
  if (file === undefined && url !== undefined && url !== '') {
    // The address is not repeated: it may hold a password.
    if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return { kind: 'postgres', url };
    throw new RangeError('DATABASE_URL: expected such as postgres://user:password@localhost/fourfold');
  }
  return { kind: 'sqlite', file: file ?? 'fourfold.db' };
}

function wholeNumber(option: string, text: string, most: number): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new RangeError(`${option}: expected a number from 0 to ${most}, got ${text}`);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}
