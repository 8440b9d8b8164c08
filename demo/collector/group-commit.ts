interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Does jobs that come in the same turn of the event loop together, so that a burst costs one sync to the disk and not
 * one for each.
 *
 * @param commit does all of these jobs or none; one result for each, in their order
 * @returns resolves once the commit that did the job has returned, and rejects with what it threw
 * @example await groupCommit((jobs: readonly number[]) => jobs.map((n) => n * 2))(21) // 42
 */
export function groupCommit<Job, Result>(
  commit: (jobs: readonly Job[]) => readonly Result[],
): (job: Job) => Promise<Result> {
  let waiting: Waiting<Job, Result>[] = [];
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    try {
      const results = commit(group.map(({ job }) => job));
      group.forEach(({ resolve }, at) => resolve(results[at]));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };
  return (job) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ job, resolve, reject });
    });
}
