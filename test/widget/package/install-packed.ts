import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../support/docs/root.ts';

/** A project outside the repository that has the packed package, and nothing of the registry. */
export interface Consumer {
  readonly folder: string;
  /** Runs Node or a program of ours in the folder. @returns what it wrote; throws with it where it fails */
  run(program: string, ...args: string[]): string;
  remove(): void;
}

/** What a project of each kind has beside ours, taken from the repository's own packages. */
const BESIDE = ['@types/react', 'svelte', 'vue'];

/**
 * Packs the built package, and installs it without a network beside the files of a folder.
 *
 * @param files folder whose files the consumer begins with
 */
export function installPacked(files: string): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-consumer-'));
  const run: Consumer['run'] = (program, ...args) =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  cpSync(join(ROOT, files), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const packed = run('npm', 'pack', ROOT, '--ignore-scripts', '--silent').trim();
  run('npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${packed}`);
  for (const name of BESIDE) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link, 'junction');
  }
  return { folder, run, remove: () => rmSync(folder, { recursive: true }) };
}
