import { readdirSync, readFileSync } from 'node:fs';

/** A process that another one has started, directly or not. */
export interface Child {
  readonly pid: number;
  readonly command: string;
}

/** All that a process has started and that still lives; on Linux, which lists them in `/proc`. */
export function children(pid: number): readonly Child[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? read(Number(name)) : []));
  const below = (parent: number): Child[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

function read(pid: number): (Child & { readonly parent: number })[] {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return [{ pid, command, parent: Number(parent) }];
  } catch {
    return []; // ENOENT: it has ended meanwhile
  }
}
