const QUESTIONNAIRES = {
  broken: { id: 'broken', version: 1, questions: [{ id: 'nps', kind: 'stars' }] },
  empty: null,
  list: [],
  paths: { id: 'paths', version: 1, when: { url: 5 }, questions: [{ id: 'csat', kind: 'csat' }] },
  delayed: { id: 'delayed', version: 2, when: { event: 'order' }, questions: [{ id: 'csat', kind: 'csat' }] },
};

/**
 * A site owner's page: `/host?tag=<attributes of the script>&body=<markup>`, and questionnaires below `/host/`.
 * After `/host/network?away=1` the widget's files and its collector are out of reach, until `/host/network?away=`.
 */
export function hostPage() {
  let isAway = false;
  return (context, next) => {
    if (context.path === '/host/network') {
      isAway = context.query.away === '1';
      context.body = '';
      return undefined;
    }
    if (isAway && /^\/(dist|collect)\//.test(context.path)) {
      context.respond = false;
      context.req.socket.destroy();
      return undefined;
    }
    const [, name] = /^\/host\/(\w+)\.json$/.exec(context.path) ?? [];
    if (name !== undefined) {
      context.type = 'application/json';
      if (Object.hasOwn(QUESTIONNAIRES, name)) context.body = JSON.stringify(QUESTIONNAIRES[name]);
      else context.status = 404;
      return undefined;
    }
    if (context.path !== '/host') return next();
    const { tag = '', body = '', before = '' } = context.query;
    context.type = 'text/html';
    context.body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
      <body><script>${before}</script>${body}
      <script async src="/dist/widget/fourfold.js" ${tag}></script></body></html>`;
    return undefined;
  };
}
