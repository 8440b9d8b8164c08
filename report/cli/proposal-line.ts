import type { Proposal } from '../engine/guess/proposal.ts';

/**
 * What an owner should look at, in words.
 *
 * @example proposalLine({ kind: 'missing', column: 'q7_art', code: '0', count: 102 }) // 'q7_art: 0 is taken as no answer (102 cells)'
 */
export function proposalLine({ kind, column = '', code = '', count }: Proposal): string {
  const cells = `(${count} ${count === 1 ? 'cell' : 'cells'})`;
  switch (kind) {
    case 'missing':
      return `${column}: ${code} is taken as no answer ${cells}`;
    case 'not-applicable':
      return `${column}: ${code} is taken as "does not apply" ${cells}`;
    case 'trim-spaces':
      return `${column}: spaces around values; "trimSpaces": true would read them ${cells}`;
    case 'whole-decimals':
      return `${column}: values such as 4.0; "wholeDecimals": true would read them as 4 ${cells}`;
    case 'nps-one-to-ten':
      return `${column}: runs from 1 to 10, so it is no NPS; "npsOneToTen": true makes one of it ${cells}`;
    case 'nps-one-to-eleven':
      return `${column}: runs from 1 to 11, so it is no NPS; where 1 stands for 0, write "values" for its points ${cells}`;
    case 'weight':
      return `${column}: taken as weights; "weighted": false counts each record as one ${cells}`;
  }
}
