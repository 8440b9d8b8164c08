/** Where a ClickHouse is, and how to open it. */
export interface SinkAddress {
  /** Origin of its HTTP interface, such as `http://127.0.0.1:8123`. */
  readonly origin: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

const PORT = '8123';
const SECURE_PORT = '8443';
const FORM = 'clickhouse://user:password@host:8123/database, with ?secure=true for HTTPS';

/**
 * The ClickHouse that an address names. What it leaves out comes from `CLICKHOUSE_USER` and `CLICKHOUSE_PASSWORD`, else
 * it is ClickHouse's own default.
 *
 * @param text such as `clickhouse://reader@ch.example:8123/fourfold?secure=true`
 * @throws RangeError for an address of another form; it is not repeated, as it may hold a password
 * @example parseSinkAddress('clickhouse://localhost/answers', {}).origin // 'http://localhost:8123'
 */
export function parseSinkAddress(text: string, environment: NodeJS.ProcessEnv): SinkAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'clickhouse:' || url.hostname === '' || !/^\/?[^/]*$/.test(url.pathname))
    throw malformed();
  const secure = url.searchParams.get('secure') ?? 'false';
  const others = [...url.searchParams.keys()].filter((name) => name !== 'secure');
  if (others.length > 0 || !['true', 'false'].includes(secure)) throw malformed();
  const isSecure = secure === 'true';
  const port = url.port === '' ? (isSecure ? SECURE_PORT : PORT) : url.port;
  return {
    origin: `${isSecure ? 'https' : 'http'}://${url.hostname}:${port}`,
    database: decoded(url.pathname.slice(1)) || 'default',
    user: decoded(url.username) || (environment.CLICKHOUSE_USER ?? '') || 'default',
    password: decoded(url.password) || (environment.CLICKHOUSE_PASSWORD ?? ''),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) throw malformed();
    throw error;
  }
}

function malformed(): RangeError {
  return new RangeError(`--sink: expected such as ${FORM}`);
}
