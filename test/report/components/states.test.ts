import type { ReportEngine } from '../../../report/engine/engine-client.ts';
import { afterEach, describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import { ReportHarness, directEngine } from '../support/report-harness.ts';
import { figuresOf, someAnswers, textFile } from '../support/some-answers.ts';

let harness: ReportHarness;
afterEach(() => harness.close());

const HOSTILE = [
  '<img src=x onerror="globalThis.hacked=1">',
  '"><script>globalThis.hacked=1</script>',
  '{{constructor.constructor("globalThis.hacked=1")()}}',
  '${globalThis.hacked=1}',
  'javascript:globalThis.hacked=1',
  '<svg onload=globalThis.hacked=1>',
  '</style><script>globalThis.hacked=1</script>',
];

describe('fourfold-report and its states', () => {
  for (const [name, content, code] of [
    ['answers.xlsx', 'PK\u0003\u0004', 'workbook'],
    ['nothing.csv', '', 'empty'],
    ['header.csv', 'name,price\n', 'no-survey'],
  ])
    it(`says what ${name} is, and what to do`, async () => {
      harness = await ReportHarness.open();
      await harness.read(textFile(name, content));
      equal(harness.state, 'empty');
      holds(harness.text(`[data-problem="${code}"]`).startsWith(name), 'the name of the file');
      equal(harness.find('[data-problem]').closest('[role="alert"]') !== null, true, 'an alert');
    });

  it('offers the reports beside it only where it is the page itself', async () => {
    harness = await ReportHarness.open();
    equal(
      harness.all('[data-example]').map(({ tagName }) => tagName),
      ['BUTTON'],
    );
    harness.element.examplesBeside = true;
    harness.element.requestUpdate();
    await harness.settled();
    equal(
      harness.all('[data-example]').map(({ tagName }) => tagName),
      ['BUTTON', 'A', 'A', 'A'],
    );
    equal(await harness.axe(), []);
  });

  it('says why a recommendation from 1 to 10 is no NPS', async () => {
    const mapping = {
      ...{ format: 'fourfold-map', version: 1, survey: 'tool' },
      columns: [
        { column: 'nr', role: 'id' },
        { column: 'recommend', role: 'nps', scale: { min: 1, max: 10 } },
      ],
    };
    const rows = Array.from({ length: 40 }, (_, n) => `${n},${(n % 10) + 1}`);
    harness = await ReportHarness.open();
    await harness.read(
      textFile('tool.csv', `nr,recommend\n${rows.join('\n')}\n`),
      textFile('map.json', JSON.stringify(mapping)),
    );
    holds(harness.text('[data-figure="nps"]').includes('From 1 to 10'), harness.text('[data-figure="nps"]'));
  });

  it('reads a table that is pasted, and leaves to a field what is pasted there', async () => {
    harness = await ReportHarness.open();
    const paste = (target: EventTarget, text: string): boolean => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      // Firefox fills an event of its own kind only by itself.
      const event = new Event('paste', { bubbles: true, cancelable: true });
      return target.dispatchEvent(Object.assign(event, { clipboardData }));
    };
    const table = someAnswers(60).replaceAll(',', '\t');
    const field = document.createElement('textarea');
    document.body.append(field);
    equal(paste(field, table), true, 'left to the field');
    field.remove();
    equal(paste(document.body, 'one line'), true, 'no table');
    equal(harness.state, 'empty');
    equal(paste(document.body, table), false, 'taken');
    await eventually(() => (harness.state === 'report' ? true : undefined), 'a report');
    holds(harness.text('[data-part="provenance"]').startsWith('pasted.tsv'), 'the name of what was pasted');
  });

  it('shows the good file beside the bad one', async () => {
    harness = await ReportHarness.open();
    await harness.read(textFile('empty.csv', ''), textFile('answers.csv', someAnswers(100)));
    equal(harness.state, 'report');
    equal(harness.all('[data-problem="empty"]').length, 1);
  });

  it('lists what was rejected by file, line, column, value and reason', async () => {
    harness = await ReportHarness.open();
    await harness.read(
      textFile('a.csv', `${someAnswers(50)}x,1,shop,1,completed,,11,5,1,1,1,1,1,1\nshort\n`),
    );
    const cells = harness.all('[data-rejected-line] td').map((cell) => cell.textContent.trim());
    equal(cells, [
      ...['a.csv', '52', 'csat', '11', 'not a whole number from 1 to 5'],
      ...['a.csv', '53', 'whole row', '', '1 cells where the header has 14'],
    ]);
  });

  for (const text of HOSTILE)
    it(`shows ${text} as the text it is`, async () => {
      harness = await ReportHarness.open();
      const quoted = `"${text.replaceAll('"', '""')}"`;
      const questionnaire = {
        ...{ id: 'shop', version: 1, title: text },
        questions: [
          {
            ...{ id: 'service', kind: 'battery', ask: ['satisfaction'] },
            attributes: [{ id: 'parking', label: text }],
          },
        ],
      };
      await harness.read(
        textFile(`${text}.csv`, `${someAnswers(60)}y,1,shop,1,completed,,${quoted},5,1,1,1,1,1,1\n`),
        textFile('q.json', JSON.stringify(questionnaire)),
      );
      equal(harness.state, 'report');
      holds(harness.text('[data-part="provenance"]').includes(text), 'the name of the file as text');
      holds(harness.text('[data-ranked="parking"] .nm') === text, 'the label as text');
      holds(harness.text('[data-rejected-line]').includes(text), 'the value as text');
      equal('hacked' in globalThis, false, 'nothing run');
    });

  it('shows progress, first figures and a way out while a long file is read', async () => {
    const figures = await figuresOf(someAnswers(300));
    let cancelled = (): void => undefined;
    const engine: ReportEngine = {
      ...directEngine(),
      read: (_files, _options, watcher) => {
        const far = { file: 'long.csv', bytes: 62_000, bytesInAll: 100_000, rows: 620, rejected: 3 };
        watcher.progress?.({ ...far, msLeft: 12_300 });
        watcher.firstFigures?.({ figures, labels: new Map() });
        return new Promise((done) => (cancelled = () => done(undefined)));
      },
      cancel: () => cancelled(),
    };
    harness = await ReportHarness.open(engine);
    const reading = harness.element.open([textFile('long.csv', '')]);
    await eventually(() => harness.element.querySelector('progress'), 'a progress bar');
    await harness.settled();
    equal(harness.text('h1').replace('\u202F', ' '), 'Reading, 62 %');
    equal(harness.text('.counts span'), '620 of about 1,000 records');
    equal(harness.text('.counts .mut'), 'about 13 s to go · the page stays usable');
    equal(harness.text('.file').replace('\u202F', ' '), 'long.csv · 98 kB');
    equal(harness.all('.dots li').length, 6);
    equal(
      harness.all('.firsts dt').map((term) => term.textContent),
      ['CSAT, share 4–5', 'Overall, mean of 1–5', 'NPS'],
    );
    holds(harness.all('.dots .axis text').length > 2, 'values on the axis');
    const [cancel, row] = [harness.find('.reading button'), harness.find('.reading')];
    equal(Math.round(cancel.getBoundingClientRect().right), Math.round(row.getBoundingClientRect().right));
    equal(harness.all('fourfold-matrix').length, 0, 'no verdict before the end');
    equal(await harness.axe(), []);
    await harness.press('Cancel');
    await reading;
    await harness.settled();
    equal(harness.state, 'empty');
  });

  it('says so when the page itself fails', async () => {
    harness = await ReportHarness.open({
      ...directEngine(),
      read: () => Promise.reject(new RangeError('no memory')),
    });
    await harness.read(textFile('a.csv', 'id'));
    equal(harness.state, 'failed');
    holds(harness.text('[data-problem="internal"]').includes('no memory'), 'what went wrong');
  });

  it('offers surveys and versions apart, and pools versions only when asked', async () => {
    harness = await ReportHarness.open();
    const rows = Array.from({ length: 60 }, (_, row) => `p${row},shop,${(row % 3) + 1},${row % 11}`);
    await harness.read(textFile('a.csv', `id,survey,surveyVersion,nps\n${rows.join('\n')}\nz,other,1,3\n`));
    equal(harness.text('[data-figure="nps"] [data-part="n"]'), 'n 20');
    const version = harness.find('select[name="version"]') as HTMLSelectElement; // by its tag
    version.value = 'all';
    version.dispatchEvent(new Event('change'));
    await eventually(
      () => (harness.text('[data-figure="nps"] [data-part="n"]') === 'n 60' ? true : undefined),
      'all versions',
    );
    equal(harness.all('select[name="survey"] option').length, 2);
  });
});
