interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/** How jobs are put together. */
interface GroupOptions<Job> {
  /** How much a job adds to its group. */
  readonly sizeOf: (job: Job) => number;
  /** A group takes no further job once it has this size. */
  readonly enough: number;
}

/**
 * Does jobs together that come in the same two turns of the event loop, or while the commit before is under way, so that a
 * burst costs one sync to the disk and not one for each. Commits never overlap.
 *
 * @param commit does all of these jobs or none; one result for each, in their order
 * @returns resolves once the commit that did the job is done, and rejects with what it threw
 * @example await groupCommit((jobs: readonly number[]) => jobs.map((n) => n * 2), { sizeOf: () => 1, enough: 9 })(21) // 42
 */
export function groupCommit<Job, Result>(
  commit: (jobs: readonly Job[]) => readonly Result[] | Promise<readonly Result[]>,
  { sizeOf, enough }: GroupOptions<Job>,
): (job: Job) => Promise<Result> {
  const waiting: Waiting<Job, Result>[] = [];
  let isUnderWay = false;

  function nextGroup(): Waiting<Job, Result>[] {
    let size = 0;
    let count = 0;
    while (count < waiting.length && size < enough) size += sizeOf(waiting[count++].job);
    return waiting.splice(0, count);
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const group = nextGroup();
      try {
        const results = await commit(group.map(({ job }) => job));
        group.forEach(({ resolve }, at) => resolve(results[at]));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    isUnderWay = false;
  }

  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      if (isUnderWay) return;
      isUnderWay = true;
      // One turn more, in which the rest of what is on its way from the network comes in.
      setImmediate(() => setImmediate(() => void work()));
    });
}
