import { BACKOFF_CAP_MS, RETRY_AFTER_CAP_MS } from './backoff.ts';
import type { Gate, Shared } from './outbox-store.ts';

/** Most requests in a minute, of all tabs together, to an endpoint that failed within it. */
export const TROUBLED_MAX = 20;
const MINUTE_MS = 60_000;
/** A failure halves requests so often, and a success doubles them once: on a flaky line they stay small. */
const [HALVED_BY_FAILURE, HALVINGS_MAX] = [2, 6];
const OPEN: Gate = { failures: 0, notBefore: 0, firm: false, failedAt: 0, asked: [] };

/**
 * How long an endpoint must still be left alone, in ms; 0 or less when it may be asked.
 *
 * @param tried whether it has had the one try that a page load is worth
 * @example gateMs(undefined, 0, false) // 0
 */
export function gateMs(gate: Gate | undefined, now: number, tried: boolean): number {
  if (!gate) return 0;
  const asked = lastMinute(gate, now);
  const rest = asked.length < TROUBLED_MAX ? 0 : asked[asked.length - TROUBLED_MAX] + MINUTE_MS - now;
  if (!gate.firm && !tried) return rest;
  return Math.max(rest, timeLeft(gate.notBefore, now, gate.firm ? RETRY_AFTER_CAP_MS : BACKOFF_CAP_MS));
}

/**
 * The gate after a request.
 *
 * @param closed until when, after a failure; undefined after a success
 */
export function nextGate(gate: Gate = OPEN, now: number, closed?: Pick<Gate, 'notBefore' | 'firm'>): Gate {
  const failedAt = closed ? now : gate.failedAt;
  const troubled = failedAt > now - MINUTE_MS && failedAt <= now;
  const asked = troubled ? [...lastMinute(gate, now), now] : [];
  const { halvings = 0 } = gate;
  return closed
    ? {
        ...closed,
        failures: gate.failures + 1,
        halvings: Math.min(halvings + HALVED_BY_FAILURE, HALVINGS_MAX),
        failedAt,
        asked,
      }
    : { ...OPEN, halvings: Math.max(halvings - 1, 0), failedAt, asked };
}

/** Time left in ms, and none where it is longer than we ever wait: then the clock has been set back. */
export function timeLeft(time: number, now: number, capMs: number): number {
  const ms = time - now;
  return ms > capMs ? 0 : ms;
}

/** The gate of an endpoint, if it has one. */
export function gateOf(gates: Shared['gates'], endpoint: string): Gate | undefined {
  return Object.hasOwn(gates, endpoint) ? gates[endpoint] : undefined;
}

function lastMinute({ asked }: Gate, now: number): readonly number[] {
  return asked.filter((time) => time > now - MINUTE_MS && time <= now);
}
