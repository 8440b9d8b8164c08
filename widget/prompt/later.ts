/** What a visitor who only sees an NPS question does not need yet; loaded once the prompt stands. */
export { ENDING_ICONS } from './ending-icons.ts';
export { laterStyles } from './later.styles.ts';
export { csatScale } from './questions/csat.ts';
export { textField } from './questions/text.ts';
