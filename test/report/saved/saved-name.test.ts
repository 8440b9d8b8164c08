import { describe, expect, it } from 'vitest';
import { savedName } from '../../../report/saved/saved-page.ts';

describe('savedName(title, day)', () => {
  it.each([
    ['Shop', 'Shop 2026-05-31.html'],
    ['您的订单', '您的订单 2026-05-31.html'],
    ['../../etc/passwd', '-..-etc-passwd 2026-05-31.html'],
    ['a\u202Egnp.exe\n', 'a-gnp.exe- 2026-05-31.html'],
    ['', 'Fourfold 2026-05-31.html'],
    ['...', 'Fourfold 2026-05-31.html'],
  ])('%j: %j', (title, name) => {
    expect(savedName(title, '2026-05-31')).toBe(name);
  });

  it('is no longer than file systems allow', () => {
    expect(savedName('长'.repeat(300), '2026-05-31')).toHaveLength(96);
  });
});
