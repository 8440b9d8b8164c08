/** The types of `import 'fourfold'`: what pages get from the element, its events and the global `fourfold`. */
import type { FourfoldApi } from '../api.ts';

export type { AnswerRecord, AnswerValue, Status } from '../../shared/answers/answer-record.ts';
export type { Receipt } from '../../shared/answers/receipt.ts';
export type { Question, Questionnaire, When } from '../../shared/questionnaire/questionnaire.ts';
export type { FourfoldApi } from '../api.ts';
export type { AnswerDetail, FourfoldEventMap, RejectedDetail, StorageDetail } from '../events.ts';
export type { FourfoldElement } from '../fourfold-element.ts';
export type { FourfoldAttributes, FourfoldListeners } from './attributes.ts';

/** The global with its queue: what is pushed before the script has loaded is called as soon as it has. */
export interface Fourfold extends FourfoldApi {
  push(...calls: readonly (readonly [method: keyof FourfoldApi, ...args: unknown[]])[]): void;
}

declare global {
  /** There once the package has been imported in a browser, or the script of a tag has run. */
  var fourfold: Fourfold;
}
