import { describe, expect, it } from 'vitest';
import { redact } from '../../../report/comments/redact.ts';

const marks = { email: '[e-mail]', phone: '[phone]' };

describe('redact', () => {
  it.each([
    ['write to ann.lee+x@mail.example.co.uk please', 'write to [e-mail] please'],
    ['邮箱：wang@例子.中国，谢谢', '邮箱：[e-mail]，谢谢'],
    ['ann ＠ mail．example', '[e-mail]'],
    ['call 13800138000', 'call [phone]'],
    ['电话 138-0013-8000。', '电话 [phone]。'],
    ['电话１３８００１３８０００', '电话[phone]'],
    ['+44 (0)20 7946 0958', '[phone]'],
    ['(415) 555-0100 or 555 0199', '[phone] or [phone]'],
    ['a@b.cn and 010-62345678', '[e-mail] and [phone]'],
  ])('takes the address or number out of %j', (comment, left) => {
    expect(redact(comment, marks)).toBe(left);
  });

  it.each([
    '10/10, would come again',
    'waited 45 minutes on 2017-05-14',
    'seen 14.05.2017',
    'paid 1,200.50 for 3 nights',
    '1 2 3 4 5',
    'order A1234567',
    'a reference of 12345678901234567890 digits',
    'me @ home',
  ])('leaves %j alone', (comment) => {
    expect(redact(comment, marks)).toBe(comment);
  });

  it('takes the marks literally', () => {
    expect(redact('a@b.cn', { email: '$&', phone: '' })).toBe('$&');
  });
});
