import { ces } from '../../shared/questionnaire/builtin/ces.ts';
import { csat } from '../../shared/questionnaire/builtin/csat.ts';
import { deliveredValue } from '../../shared/questionnaire/builtin/delivered-value.ts';
import { index } from '../../shared/questionnaire/builtin/index.ts';
import { loyalty } from '../../shared/questionnaire/builtin/loyalty.ts';
import { matrix } from '../../shared/questionnaire/builtin/matrix.ts';
import { nps } from '../../shared/questionnaire/builtin/nps.ts';
import { serviceLevel } from '../../shared/questionnaire/builtin/service-level.ts';
import { servqual } from '../../shared/questionnaire/builtin/servqual.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';

/** Questionnaires that answers can name without a file beside them; a file of the same name goes before them. */
export const BUILT_IN_QUESTIONNAIRES: readonly Questionnaire[] = [
  ...[nps, csat, ces, matrix, servqual, index, loyalty, serviceLevel, deliveredValue],
];
