import * as v from 'valibot';
import { objectMessage } from '../object-message.ts';
import { languageTag } from './language-tag.ts';
import { DEVICES } from './questionnaire.ts';

/** No number of `when` is above it: more seconds than a timer of the browser can count, more days than anyone waits. */
const TOO_MUCH = 1_000_000;

const share = v.pipe(
  v.number('expected a number from 0 to 1'),
  v.minValue(0, 'expected 0 to 1'),
  v.maxValue(1, 'expected 0 to 1'),
);
const amount = (unit: string) =>
  v.pipe(
    v.number(`expected a number of ${unit}`),
    v.minValue(0, `expected 0 or more ${unit}`),
    v.maxValue(TOO_MUCH, `expected at most a million ${unit}`),
  );
const day = v.pipe(
  v.string('expected a day such as "2026-01-31"'),
  v.isoDate('expected a day such as "2026-01-31"'),
  v.check(isDay, 'expected a day of the calendar such as "2026-01-31"'),
);
const flag = v.boolean('expected true or false');
const word = v.pipe(v.string('expected a text'), v.nonEmpty('the text is empty; write it or leave it out'));
const selector = v.pipe(
  v.string('expected a selector such as "#order"'),
  v.nonEmpty('the selector is empty; write it or leave it out'),
);
const PATTERNS = 'expected a list of path patterns such as ["/checkout/*"]';
const patterns = v.array(
  v.pipe(
    v.string(PATTERNS),
    v.regex(/^[/*]/, 'expected the path of a page, which begins with "/" or "*"; correct the pattern'),
  ),
  PATTERNS,
);

/** The rules by which a prompt is shown, with the units and bounds of `When`. */
export const whenSchema = v.pipe(
  v.strictObject(
    {
      sample: v.exactOptional(share),
      url: v.exactOptional(patterns),
      notUrl: v.exactOptional(patterns),
      device: v.exactOptional(
        v.array(
          v.picklist(DEVICES, `expected one of ${DEVICES.join(', ')}`),
          'expected a list of devices such as ["mobile"]',
        ),
      ),
      language: v.exactOptional(v.array(languageTag, 'expected a list of languages such as ["en"]')),
      from: v.exactOptional(day),
      until: v.exactOptional(day),
      repeatDays: v.exactOptional(amount('days')),
      dismissedDays: v.exactOptional(amount('days')),
      coolDownDays: v.exactOptional(amount('days')),
      perSession: v.exactOptional(amount('prompts')),
      priority: v.exactOptional(v.number('expected a number')),
      requireConsent: v.exactOptional(flag),
      privacySignals: v.exactOptional(v.picklist(['honour', 'ignore'], 'expected "honour" or "ignore"')),
      delay: v.exactOptional(amount('seconds')),
      scroll: v.exactOptional(share),
      exitIntent: v.exactOptional(flag),
      event: v.exactOptional(word),
      click: v.exactOptional(selector),
      visible: v.exactOptional(selector),
    },
    objectMessage('{ "delay": 5 }'),
  ),
  v.forward(
    v.check(
      ({ from = '', until }) => until === undefined || from <= until,
      '"until" is before "from"; swap the two days',
    ),
    ['until'],
  ),
);

/** Whether the calendar has it, if it is written as a day: there is no 30th of February. */
function isDay(text: string): boolean {
  return !/^\d{4}-\d\d-\d\d$/.test(text) || new Date(text).toJSON() === `${text}T00:00:00.000Z`;
}
