/** Questionnaires that are built in, by the name that a page asks for; each has its file and its id by that name. */
export const BUILT_IN_NAMES = [
  'nps',
  'csat',
  'ces',
  'matrix',
  'servqual',
  'index',
  'loyalty',
  'service-level',
  'delivered-value',
] as const;

export type BuiltInName = (typeof BUILT_IN_NAMES)[number];
