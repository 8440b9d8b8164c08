/** What stands in place of an address or a number. */
export interface Redaction {
  readonly email: string;
  readonly phone: string;
}

const EMAIL = /[\p{L}\p{N}._%+-]+\s?[@＠]\s?[\p{L}\p{N}-]+(?:\s?[.．]\s?[\p{L}\p{N}-]+)+/gu;
/** Digits with the usual signs between them; how many digits decide below. */
const NUMBER =
  /(?<![\p{Script=Latin}\p{N}])[+＋(（]?[\d０-９](?:[\s.\-－–()（）/]{0,2}[\d０-９]){6,16}(?![\p{Script=Latin}\p{N}])/gu;
const PHONE_DIGITS = { min: 7, max: 15 } as const;
/** Dates and times look like numbers with signs between them, and say nothing of who wrote. */
const DATE = /^\d{4}[-./]\d{1,2}[-./]\d{1,2}$|^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/;

/**
 * Takes e-mail addresses and telephone numbers out of a comment before it is shared.
 *
 * A number counts as a telephone number from 7 to 15 digits (ITU-T E.164), unless it reads as a date. Names of people
 * are not found: the owner reads the comments before sharing them.
 *
 * @example redact('Call 138-0013-8000', { email: '[e-mail]', phone: '[phone]' }) // 'Call [phone]'
 */
export function redact(comment: string, { email, phone }: Redaction): string {
  return comment.replace(EMAIL, () => email).replace(NUMBER, (number) => (isPhone(number) ? phone : number));
}

function isPhone(number: string): boolean {
  const digits = number.normalize('NFKC').replace(/\D/g, '').length;
  return digits >= PHONE_DIGITS.min && digits <= PHONE_DIGITS.max && !DATE.test(number.trim());
}
