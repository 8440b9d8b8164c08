/** Largest body of a post, in bytes. */
export const BODY_LIMIT = 512 * 1024;
/** Most records in one post. */
export const RECORD_LIMIT = 1_000;
/** Deepest nesting of a body; a battery's cell lies at 6. */
export const DEPTH_LIMIT = 16;
/** Most names in all objects of a body; a record with a large battery has about 80. */
export const KEY_LIMIT = 50_000;

/** Why a body was not read: a stable code, and a sentence for whoever sent it. */
interface BodyFault {
  readonly status: 400 | 413 | 415;
  readonly code: string;
  readonly message: string;
}

/** A body as JSON, or why it is none. */
export type JsonBody =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Whether it writes a character by its number (`\\u0000`), without which no text holds NUL or half a pair. */
      readonly hasNumberedCharacters: boolean;
    }
  | { readonly ok: false; readonly fault: BodyFault };

/** What a widget sends: JSON, and plain text while its page goes away (which needs no preflight). */
const MEDIA_TYPES: readonly string[] = ['application/json', 'text/plain'];

/**
 * The JSON that a request carries, read no further than {@link BODY_LIMIT}.
 *
 * @param request whose body has not been read
 */
export async function readJsonBody(request: Request): Promise<JsonBody> {
  const fault = headerFault(request.headers);
  if (fault !== undefined) return { ok: false, fault };
  let bytes;
  try {
    bytes = await readBytes(request);
  } catch {
    return fail('broken-off', 'the body broke off'); // whoever sent it has gone
  }
  return bytes === undefined ? { ok: false, fault: TOO_LARGE } : parseBoundedJson(bytes);
}

const [OBJECT, OBJECT_END, ARRAY, ARRAY_END, QUOTE, BACKSLASH, COLON] = Array.from('{}[]"\\:', (sign) =>
  sign.charCodeAt(0),
);

/** JSON in UTF-8 within the limits, every name of an object in it once. */
function parseBoundedJson(bytes: Uint8Array): JsonBody {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('encoding', 'the body is not UTF-8'); // a TypeError that says no more
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('json', 'the body is not JSON'); // the SyntaxError quotes what was sent
  }
  const fault = structureFault(text, value);
  if (fault !== undefined) return { ok: false, fault };
  return { ok: true, value, hasNumberedCharacters: text.includes('\\u') };
}

const TOO_LARGE: BodyFault = {
  status: 413,
  code: 'too-large',
  message: `the body is larger than ${BODY_LIMIT / 1024} KiB; send fewer records at once`,
};

function headerFault(headers: Headers): BodyFault | undefined {
  const type = (headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase();
  if (!MEDIA_TYPES.includes(type)) {
    const message = `expected content type ${MEDIA_TYPES.join(' or ')}`;
    return { status: 415, code: 'content-type', message };
  }
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') {
    return { status: 415, code: 'content-encoding', message: 'expected a body that is not compressed' };
  }
  return Number(headers.get('content-length')) > BODY_LIMIT ? TOO_LARGE : undefined;
}

/** A body that names its length is never longer, and is read at once; one that does not has to be counted. */
async function readBytes(request: Request): Promise<Uint8Array | undefined> {
  if (request.headers.has('content-length')) return new Uint8Array(await request.arrayBuffer());
  return readUpTo(request.body, BODY_LIMIT);
}

async function readUpTo(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | undefined> {
  if (body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

/**
 * Walks text that is JSON already, which JSON.parse does not limit: it takes any depth, and the last of two names.
 *
 * @param value what the text says
 */
function structureFault(json: string, value: unknown): BodyFault | undefined {
  let depth = 0;
  let names = 0;
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    if (sign === QUOTE) at = stringEnd(json, at) - 1;
    else if (sign === COLON) names++;
    else if (sign === OBJECT_END || sign === ARRAY_END) depth--;
    else if ((sign === OBJECT || sign === ARRAY) && ++depth > DEPTH_LIMIT) {
      return fault('depth', `expected at most ${DEPTH_LIMIT} levels`);
    }
  }
  if (names > KEY_LIMIT) return fault('keys', `expected at most ${KEY_LIMIT} names`);
  // Of two names that are the same, however they are written, only one is left in the value.
  return countNames(value) < names ? fault('duplicate-name', 'a name occurs twice in one object') : undefined;
}

function countNames(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts: readonly unknown[] = Object.values(value);
  let names = Array.isArray(value) ? 0 : parts.length;
  for (const part of parts) names += countNames(part);
  return names;
}

/** Index behind the closing quote of the string that begins at `start`. */
function stringEnd(json: string, start: number): number {
  let at = json.indexOf('"', start + 1);
  while (isEscaped(json, at)) at = json.indexOf('"', at + 1);
  return at + 1;
}

function isEscaped(json: string, quote: number): boolean {
  let first = quote;
  while (json.charCodeAt(first - 1) === BACKSLASH) first--;
  return (quote - first) % 2 === 1;
}

function fault(code: string, message: string): BodyFault {
  return { status: 400, code, message };
}

function fail(code: string, message: string): JsonBody {
  return { ok: false, fault: fault(code, message) };
}
