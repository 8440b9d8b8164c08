import { afterEach, describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import { ReportHarness } from '../support/report-harness.ts';
import { someAnswers, textFile } from '../support/some-answers.ts';

let harness: ReportHarness;
afterEach(() => harness.close());

/** The made-up survey with a comment in every row; detractors wait, promoters are glad. */
function withComments(people = 400): string {
  const [head, ...rows] = someAnswers(people).trimEnd().split('\n');
  const lines = rows.map((row) => {
    const nps = Number(row.split(',')[7]);
    return `${row},${nps <= 6 ? 'Waited for weeks; call 138-0013-8000' : nps >= 9 ? 'Friendly staff <b>here</b>' : 'Fine'}`;
  });
  return [`${head},why`, ...lines].join('\n');
}

const QUESTIONNAIRE = JSON.stringify({ id: 'shop', version: 1, questions: [{ id: 'why', kind: 'text' }] });

describe('fourfold-comments', () => {
  it('shows words, quotes and comments, hides numbers, and finds by words', async () => {
    harness = await ReportHarness.open();
    await harness.read(textFile('answers.csv', withComments()), textFile('q.json', QUESTIONNAIRE));
    await eventually(() => harness.element.querySelector('.listed li'), 'comments');
    equal(
      harness.all('[data-words="high"] [data-word]').map(({ dataset }) => dataset.word),
      ['friendly', 'staff'],
    );
    holds(harness.text('[data-quote="low"]').includes('call [phone]'), 'the number hidden');
    holds(harness.text('[data-quote="high"]').includes('<b>here</b>'), 'text, and no markup');
    equal(await harness.axe(), []);
    const query = harness.find('[name="comment-query"]') as HTMLInputElement; // by its name
    query.value = 'friendly';
    query.dispatchEvent(new Event('input'));
    const all = (): boolean =>
      harness.all('.listed li').every(({ textContent }) => textContent.includes('Friendly'));
    await eventually(() => all() || undefined, 'what was searched for alone');
    harness.find('[name="comment-redact"]').click();
    await harness.settled();
    holds(harness.text('[data-quote="low"]').includes('138-0013-8000'), 'the number shown when asked');
  });

  it('stays away where there are no comments', async () => {
    harness = await ReportHarness.open();
    await harness.read(textFile('answers.csv', someAnswers(100)));
    equal(harness.all('fourfold-comments').length, 0);
  });
});
