/** A collector for tests in the browser: `/collect/<how>/<test>`; a GET tells what that address was sent. */
export function collector() {
  const received = new Map();
  return async (context, next) => {
    const [, how] = /^\/collect\/(\w+)\//.exec(context.path) ?? [];
    if (how === undefined) return next();
    const log = received.get(context.path) ?? [];
    received.set(context.path, log);
    if (context.method !== 'POST') {
      context.body = JSON.stringify(log);
      return;
    }
    const { records } = JSON.parse(await bodyOf(context.req));
    log.push(...records);
    const refs = records.map(({ id, revision }) => ({ id, revision }));
    context.type = 'application/json';
    if (how === 'fail') context.status = 503;
    else if (how === 'refuse')
      context.body = JSON.stringify({ refused: refs.map((ref) => ({ ...ref, code: 'no' })) });
    else context.body = JSON.stringify({ stored: refs });
  };
}

function bodyOf(request) {
  return new Promise((resolve, reject) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => resolve(body));
    request.on('error', reject);
  });
}
