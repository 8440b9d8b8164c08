const REPORT_EVERY_MS = 60_000;

/**
 * Writes problems as lines of a log, each kind once a minute: a full disk fails every post, and a log that tells of
 * each would fill it more.
 *
 * @param write takes one line
 */
export function reportRarely(write: (line: string) => void, nowMs: () => number): (problem: string) => void {
  const lastMs = new Map<string, number>();
  return (problem) => {
    const now = nowMs();
    if (now - (lastMs.get(problem) ?? -Infinity) < REPORT_EVERY_MS) return;
    lastMs.set(problem, now);
    write(`collector: ${problem}`);
  };
}
