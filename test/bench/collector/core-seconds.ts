import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the clock by which Linux counts processor time, a second. */
const TICKS = 100;

/** Processor time that a process and its children have taken so far, in seconds; of Linux, where the kernel keeps count. */
export function coreSeconds(pid: number): number {
  const own = statOf(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return [own, ...children].reduce((sum, stat) => sum + (stat?.ticks ?? 0), 0) / TICKS;
}

/** Undefined for a process that has ended meanwhile. */
function statOf(pid: number): { readonly parent: number; readonly ticks: number } | undefined {
  try {
    // The name, in brackets, may hold blanks; what follows are numbers.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    // Times in user and system mode: its own, and those of children that have ended.
    return {
      parent: Number(fields[1]),
      ticks: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))
      return undefined;
    throw error;
  }
}
