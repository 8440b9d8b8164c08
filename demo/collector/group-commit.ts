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
  /** Jobs of this size together wait for no others: what is gained by one sync for more is less than the time lost. */
  readonly worthwhile: number;
}

/**
 * Does jobs together that come in the same two turns of the event loop, or while the commit before is under way, so that a
 * burst costs one sync to the disk and not one for each; as many as are worth one do not wait. Commits never overlap.
 *
 * @param commit does all of these jobs or none; one result for each, in their order
 * @returns resolves once the commit that did the job is done, and rejects with what it threw
 * @example await groupCommit((jobs: readonly number[]) => jobs.map((n) => n * 2), { sizeOf: () => 1, enough: 9, worthwhile: 9 })(21) // 42
 */
export function groupCommit<Job, Result>(
  commit: (jobs: readonly Job[]) => readonly Result[] | Promise<readonly Result[]>,
  { sizeOf, enough, worthwhile }: GroupOptions<Job>,
): (job: Job) => Promise<Result> {
  const waiting: Waiting<Job, Result>[] = [];
  /** Of all that wait. */
  let size = 0;
  let isUnderWay = false;

  function nextGroup(): Waiting<Job, Result>[] {
    let taken = 0;
    let count = 0;
    while (count < waiting.length && taken < enough) taken += sizeOf(waiting[count++].job);
    size -= taken;
    return waiting.splice(0, count);
  }

  async function work(): Promise<void> {
    if (isUnderWay) return;
    isUnderWay = true;
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
      size += sizeOf(job);
      if (isUnderWay) return;
      if (size >= worthwhile) void work();
      // One turn more, in which the rest of what is on its way from the network comes in.
      else if (waiting.length === 1) setImmediate(() => setImmediate(() => void work()));
    });
}
