import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Fixture } from '../build-fixtures.js';
import { median } from '../median.js';

/** Somebody who watches a project. */
interface Watcher {
  readonly name: string;
  readonly script: (fixture: Fixture) => readonly string[];
  readonly outDir: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const binary = here('../../dist/node/federation.js');

const watchers: readonly Watcher[] = [
  { name: 'esbuild alone', script: ({ exposed }) => ['plain-watch.mjs', exposed], outDir: 'dist-plain' },
  {
    name: 'federation build --watch',
    script: () => [binary, 'build', '--watch', '--json', '--out-dir', 'dist-watch'],
    outDir: 'dist-watch',
  },
  {
    name: 'Native Federation, watching',
    script: ({ exposed }) => ['official-watch.mjs', exposed],
    outDir: 'dist-official',
  },
];

/** Milliseconds in which a rebuild has to come. */
const patience = 60_000;

/**
 * Prints how long it takes from a file that is written to its new bundle on the disk, the waiting for quiet included;
 * of ours also what of that is work.
 */
export async function measureRebuilds(fixture: Fixture, rounds: number): Promise<void> {
  const { root, exposed } = fixture;
  for (const script of ['plain-watch.mjs', 'official-watch.mjs']) await copyFile(here(script), `${root}/${script}`);
  const source = readFileSync(`${root}/${exposed}`, 'utf8');
  process.stdout.write(`\n${fixture.name}, rebuilt after one change\n`);
  for (const watcher of watchers) {
    const folder = `${root}/${watcher.outDir}`;
    rmSync(folder, { recursive: true, force: true });
    const child = spawn(process.execPath, watcher.script(fixture), { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    const work = collectWork(child);
    try {
      await until(() => existsSync(folder) && bundlesIn(folder).length > 0);
      await pause(1000);
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const mark = `mark-${round}-${process.hrtime.bigint()}`;
        writeFileSync(`${root}/${exposed}`, `${source}\nexport const mark = '${mark}';\n`);
        const begin = performance.now();
        await until(() => bundlesIn(folder).some((text) => text.includes(mark)));
        times.push(performance.now() - begin);
        await pause(150);
      }
      const done = work.length > 0 ? `, of which ${median(work).toFixed(1)} ms are work` : '';
      process.stdout.write(`  ${watcher.name.padEnd(28)} ${median(times).toFixed(0).padStart(5)} ms${done}\n`);
    } finally {
      child.kill();
      writeFileSync(`${root}/${exposed}`, source);
    }
  }
}

/** The milliseconds of work that `--json` tells of, of each rebuild. */
function collectWork({ stdout }: ChildProcess): number[] {
  const work: number[] = [];
  if (stdout) {
    createInterface(stdout).on('line', (line) => {
      const { duration, changes = [] } = line.startsWith('{"name"') ? JSON.parse(line) : {};
      if (changes.length > 0) work.push(duration);
    });
  }
  return work;
}

/** The scripts at the top of a folder that may come from the exposed source. */
function bundlesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /^widget.*\.js$/i.test(name));
  return names.flatMap((name) => readIfThere(`${folder}/${name}`));
}

function readIfThere(file: string): string[] {
  try {
    return [readFileSync(file, 'utf8')];
  } catch {
    return [];
  }
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + patience;
  for (; !isSo(); await pause(1)) if (performance.now() > deadline) throw new Error('No rebuild came.');
}
