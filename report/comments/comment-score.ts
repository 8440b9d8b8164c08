import { NPS_DETRACTOR_MAX, NPS_PROMOTER_MIN } from '../../shared/metrics/nps.ts';
import { satisfiedFrom } from '../../shared/metrics/satisfied-from.ts';

/** Who wrote a comment, by the score given beside it: detractors or dissatisfied, promoters or satisfied, and those between. */
export type CommentGroup = 'low' | 'middle' | 'high';

/** The question whose score groups comments. */
export interface CommentScale {
  readonly role: 'nps' | 'csat';
  readonly min: number;
  readonly max: number;
}

/**
 * The group of a score: by NPS as NPS has it; by CSAT those who count as satisfied, and as many points at the other
 * end of the scale.
 *
 * @example commentGroup({ role: 'nps', min: 0, max: 10 }, 6) // 'low'
 * @example commentGroup({ role: 'csat', min: 1, max: 5 }, 3) // 'middle'
 */
export function commentGroup(scale: CommentScale, score: number): CommentGroup {
  const from = scale.role === 'nps' ? NPS_PROMOTER_MIN : satisfiedFrom(scale);
  const upTo = scale.role === 'nps' ? NPS_DETRACTOR_MAX : scale.min + scale.max - from;
  if (score >= from) return 'high';
  return score <= upTo ? 'low' : 'middle';
}
