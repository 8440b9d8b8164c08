import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../report/build/content-security-policy.ts';

const SCRIPT = 'addEventListener("load", () => {});';
const STYLE = 'body { margin: 0 }';
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><style>${STYLE}</style></head><body>
<script type="application/json" id="fourfold-data">{"files":[]}</script><script type="module">${SCRIPT}</script></body></html>`;

function built(page: string): string {
  const { generateBundle } = contentSecurityPolicy();
  if (typeof generateBundle !== 'object') throw new TypeError('expected a hook with an order');
  const bundle = { 'index.html': { type: 'asset', fileName: 'index.html', source: page } };
  const handler = generateBundle.handler as unknown as (options: object, bundle: object) => void; // uses no more of it
  handler({}, bundle);
  return bundle['index.html'].source;
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('contentSecurityPolicy', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(built(PAGE))?.[1] ?? '';

  test('allows the page its own scripts and styles by their hashes, and nothing unsafe', () => {
    expect(policy).toContain(`script-src ${hash(SCRIPT)} blob: 'wasm-unsafe-eval';`);
    expect(policy).toContain(`style-src ${hash(STYLE)};`);
    // WebAssembly alone: no script from strings, no script or style in the page's own text.
    expect(policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
  });

  test('allows no connection, and scripts from strings only by the two named policies', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types lit-html fourfold-worker");
  });

  test('stays true when a server writes data into the page', () => {
    const withData = PAGE.replace('{"files":[]}', '{"files":[{"name":"a","text":"b"}]}');
    expect(built(withData)).toContain(policy);
  });

  test('stands before everything that it governs', () => {
    const page = built(PAGE);
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'));
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'));
  });
});
