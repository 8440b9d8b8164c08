import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BASE, CollectorUnderTest } from './open-collector.ts';

let collector: CollectorUnderTest;
beforeEach(async () => {
  collector = await CollectorUnderTest.open();
});
afterEach(() => collector.remove());

describe('GET /', () => {
  it('is a page under a policy that allows its own files only', async () => {
    const response = await collector.app.request(`${BASE}/`);
    const policy = response.headers.get('content-security-policy');
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  it('has no script, style or handler of its own in the markup', async () => {
    const markup = await (await collector.app.request(`${BASE}/`)).text();
    expect(markup).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
  });

  it.each([
    ['/page.css', 'text/css; charset=utf-8'],
    ['/page.js', 'text/javascript; charset=utf-8'],
  ])('serves %s as %s', async (path, type) => {
    const response = await collector.app.request(BASE + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('offers answers and questionnaires, and asks nothing more before the sample goes', async () => {
    const markup = await (await collector.app.request(`${BASE}/`)).text();
    const offered = [...markup.matchAll(/type="submit" value="(\w+)"/g)].map(([, value]) => value);
    expect(offered).toEqual(['csv', 'ndjson', 'questionnaires']);
    expect(markup).not.toContain('<dialog');
  });

  it('says everything in both languages', () => {
    const script = readFileSync('demo/collector/page/page.js', 'utf8');
    const [english, chinese] = script.split("'zh-CN': {");
    const keys = (text: string): string[] => [...text.matchAll(/^ {4}(\w+):/gm)].map(([, key]) => key).sort();
    expect(keys(chinese)).toEqual(keys(english));
    const markup = readFileSync('demo/collector/page/page.html', 'utf8');
    const used = [...markup.matchAll(/data-text="(\w+)"/g)].map(([, key]) => key);
    expect(used.filter((key) => !keys(english).includes(key))).toEqual([]);
  });
});

describe('GET /healthz', () => {
  it('answers without a token', async () => {
    expect(await (await collector.app.request(`${BASE}/healthz`)).json()).toEqual({ status: 'ok' });
  });
});
