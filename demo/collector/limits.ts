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
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: BodyFault };

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
  const bytes = await readUpTo(request.body, BODY_LIMIT);
  return bytes === undefined ? { ok: false, fault: TOO_LARGE } : parseBoundedJson(bytes);
}

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
  const fault = structureFault(text);
  return fault === undefined ? { ok: true, value } : { ok: false, fault };
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

/** Walks text that is JSON already, which JSON.parse does not limit: it takes any depth, and the last of two names. */
function structureFault(json: string): BodyFault | undefined {
  const open: (Set<string> | undefined)[] = [];
  let keys = 0;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : undefined);
      if (open.length > DEPTH_LIMIT) return fault('depth', `expected at most ${DEPTH_LIMIT} levels`);
    } else if (sign === '}' || sign === ']') {
      open.pop();
    } else if (sign === '"') {
      const end = stringEnd(json, at);
      const names = open.at(-1);
      if (names !== undefined && /^\s*:/.test(json.slice(end, end + 64))) {
        const name = JSON.parse(json.slice(at, end)) as string; // a string's text, found in valid JSON
        if (names.has(name)) return fault('duplicate-name', 'a name occurs twice in one object');
        names.add(name);
        if (++keys > KEY_LIMIT) return fault('keys', `expected at most ${KEY_LIMIT} names`);
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** Index behind the closing quote of the string that begins at `start`. */
function stringEnd(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

function fault(code: string, message: string): BodyFault {
  return { status: 400, code, message };
}

function fail(code: string, message: string): JsonBody {
  return { ok: false, fault: fault(code, message) };
}
