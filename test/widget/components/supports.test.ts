import { command, describe, equal, it, supports } from '../support/in-browser.ts';

const HARMLESS = {
  'emulate-media': { reducedMotion: 'no-preference' },
  'forced-colors': { active: false },
  'accessibility-tree': { selector: 'body' },
};

describe('supports(command)', () => {
  for (const [name, payload] of Object.entries(HARMLESS)) {
    it(`says of ${name} what the driver does when it is asked`, async () => {
      const done = await command(name, payload).then(
        () => true,
        () => false,
      );
      equal(done, supports(name));
    });
  }
});
