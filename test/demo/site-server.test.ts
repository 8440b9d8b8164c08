import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bake } from '../../demo/report-page.mjs';
import { createSite } from '../../demo/site-server.mjs';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { CollectorUnderTest, TOKEN, idOf, record } from './collector/open-collector.ts';
import { openSite, portOf } from './open-site.ts';
import type { SiteUnderTest } from './open-site.ts';

const TEMPLATE = '<title>r</title><script type="application/json" id="fourfold-data"></script><p>end</p>';
const questionnaires: Questionnaire[] = [
  { id: 'airport', version: 1, questions: [{ id: 'csat', kind: 'csat' }] },
  { id: 'parking', version: 1, questions: [{ id: 'nps', kind: 'nps' }] },
];

const folder = mkdtempSync(join(tmpdir(), 'fourfold-'));
const collector = await CollectorUnderTest.open({ questionnaires });
let running: SiteUnderTest;
let address: string;

beforeAll(async () => {
  const report = join(folder, 'report.html');
  writeFileSync(report, TEMPLATE);
  running = await openSite(collector, report);
  address = running.site;
});
afterAll(async () => {
  running.close();
  await collector.remove();
  rmSync(folder, { recursive: true });
});

/** The status of a path as it stands; fetch would tidy it up first. */
async function statusOf(path: string): Promise<number | undefined> {
  const asked = request({ port: new URL(address).port, host: '127.0.0.1', path }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage]; // event of request
  response.resume();
  return response.statusCode;
}

describe('createSite(options): pages', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/parking.html', 'text/html; charset=utf-8'],
    ['/zh-CN/', 'text/html; charset=utf-8'],
    ['/zh-CN/parking.html', 'text/html; charset=utf-8'],
    ['/site.css', 'text/css; charset=utf-8'],
    ['/bay.svg', 'image/svg+xml'],
    ['/questionnaires/airport.json', 'application/json; charset=utf-8'],
  ])('serves %s as %s', async (path, type) => {
    const response = await fetch(address + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('carries the tag as an owner pastes it, under a policy without exceptions', async () => {
    const response = await fetch(address);
    expect(await response.text()).toMatch(
      /<script\s+async\s+src="\/widget\/fourfold.js"\s+data-survey="\/questionnaires\/airport.json"\s+data-endpoint="\/responses"\s*><\/script>/,
    );
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it.each([
    '/nothing',
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/widget/../../package.json',
    '/questionnaires/..%2f..%2fpackage.json',
    '/%00',
    '/%',
    '/zh-CN',
    '/.data/token',
    '//etc/passwd',
  ])('answers %s with 404', async (path) => {
    expect(await statusOf(path)).toBe(404);
  });

  it('sends whoever asks for /collector there', async () => {
    const response = await fetch(`${address}/collector`, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(`${running.collector}/`);
  });
});

describe('createSite(options): /responses', () => {
  const post = (headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${address}/responses`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ records: [record(1)] }),
    });

  it('hands a post of its own pages on to the collector, and the receipt back', async () => {
    const response = await post({ Origin: address });
    expect(await response.json()).toMatchObject({ stored: [{ id: idOf(1), revision: 1 }] });
  });

  it('leaves it to the collector to refuse other sites', async () => {
    expect((await post({ Origin: 'https://other.example' })).status).toBe(403);
  });

  it('answers 502 when the collector is away, which a widget tries again', async () => {
    const gone = createSite({ collector: new URL('http://127.0.0.1:9/'), token: TOKEN, report: '' });
    gone.listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const response = await fetch(`http://127.0.0.1:${portOf(gone)}/responses`, {
      method: 'POST',
      body: '{}',
    });
    expect(response.status).toBe(502);
    gone.close();
  });
});

describe('createSite(options): /report', () => {
  it('is the built report with every survey that has answers, as they are now', async () => {
    await collector.post([record(2, { answers: { why: '</script><script>alert(1)</script> $& $1' } })]);
    const page = await (await fetch(`${address}/report`)).text();
    const json = /id="fourfold-data">(.*)<\/script><p>end<\/p>$/s.exec(page)?.[1] ?? '';
    expect(json).not.toContain('<');
    const data: unknown = JSON.parse(json);
    expect(data).toMatchObject({ format: 'fourfold-report-data', version: 1, questionnaires });
    expect(data).toMatchObject({ files: [{ name: 'airport.csv' }] });
    expect(JSON.stringify(data)).toContain('</script><script>alert(1)</script> $& $1');
  });

  it('says so when there is no report', async () => {
    const url = new URL(running.collector);
    const bare = createSite({ collector: url, token: TOKEN, report: 'missing.html' }).listen(0, '127.0.0.1');
    await once(bare, 'listening');
    expect((await fetch(`http://127.0.0.1:${portOf(bare)}/report`)).status).toBe(502);
    bare.close();
  });
});

describe('bake(page, data)', () => {
  it('refuses a page without the block', () => {
    expect(() => bake('<p></p>', {})).toThrow(/fourfold-data/);
  });

  it('replaces what was baked before', () => {
    expect(bake(bake(TEMPLATE, { first: 1 }), { second: 2 })).toBe(
      TEMPLATE.replace('></script>', '>{"second":2}</script>'),
    );
  });
});
