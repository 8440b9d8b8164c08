import { Hono } from 'hono';
import style from './page.css?raw';
import markup from './page.html?raw';
import script from './page.js?raw';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** `GET /`: the page on which an owner downloads the answers. It holds none itself: the token opens them. */
export function pageRoutes(): Hono {
  const app = new Hono();
  app.get('/', (context) => {
    context.header('Content-Security-Policy', POLICY);
    return context.html(markup);
  });
  app.get('/page.css', (context) => context.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/page.js', (context) =>
    context.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  return app;
}
