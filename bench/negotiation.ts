// `npm run bench:negotiation`: the negotiation beside Native Federation's orchestrator, on the same entries.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { parseRemoteEntry } from '../src/core/parse-remote-entry.js';
import { judge } from '../test/node/negotiation/judge.js';
import { median } from './median.js';
import { contestants } from './negotiation/contestants.js';
import { fewestForRanges } from './negotiation/fewest-for-ranges.js';
import { disagreeing } from './negotiation/portfolios.js';

const processes = 11;
const rounds = 6;

compareTimes();
for (const about of Object.keys(disagreeing)) await compareAnswers(about);

/** Milliseconds of the first run, and of a later one. */
interface Times {
  readonly cold: number;
  readonly warm: number;
}

/** By the clock, and by the processor: all threads together, whatever else the machine does. */
interface Sample {
  readonly clock: Times;
  readonly processor: Times;
}

/** Remotes that agree: milliseconds from the texts to the map; the median of processes, cold and warm. */
function compareTimes(): void {
  const folder = mkdtempSync(join(tmpdir(), 'negotiation-'));
  // As pages load it: bundled and minified, each contestant alike.
  const sample = join(folder, 'sample.mjs');
  const entry = fileURLToPath(new URL('negotiation/sample.ts', import.meta.url));
  buildSync({ entryPoints: [entry], outfile: sample, bundle: true, minify: true, format: 'esm', platform: 'node' });
  for (const [remotes, packages] of [
    [10, 10],
    [50, 30],
    [200, 50],
  ] as const) {
    const samples = new Map<string, Sample[]>();
    // In turns, so that whatever else the machine does slows all of them.
    for (let run = 0; run < processes; run++) {
      for (const name of Object.keys(contestants)) {
        const parameters = [sample, name, String(remotes), String(packages)];
        const output = execFileSync(process.execPath, parameters, { encoding: 'utf8' });
        samples.set(name, [...(samples.get(name) ?? []), JSON.parse(output)]);
      }
    }
    print(`\n${remotes} remotes × ${packages} packages, no conflict; ms, first / later runs`);
    for (const measure of ['clock', 'processor'] as const) printTimes(measure, samples);
  }
  rmSync(folder, { recursive: true });
}

function printTimes(measure: keyof Sample, samples: ReadonlyMap<string, readonly Sample[]>): void {
  const timesOf = (name: string): Times => {
    const times = (samples.get(name) ?? []).map((sample) => sample[measure]);
    return { cold: median(times.map(({ cold }) => cold)), warm: median(times.map(({ warm }) => warm)) };
  };
  const pair = (cold: number, warm: number, unit: string): string =>
    `${cold.toFixed(1)}${unit} / ${warm.toFixed(1)}${unit}`;
  const [least, most] = [timesOf('JSON.parse alone'), timesOf('orchestrator')];
  for (const name of samples.keys()) {
    const { cold, warm } = timesOf(name);
    print(
      `  ${name.padEnd(22)} ${measure.padEnd(10)}${pair(cold, warm, '').padStart(16)}` +
        `   JSON.parse times ${pair(cold / least.cold, warm / least.warm, '').padEnd(14)}` +
        ` the orchestrator takes ${pair(most.cold / cold, most.warm / warm, '×')}`,
    );
  }
}

/** Remotes that disagree: what a browser would load by each map, judged by an independent reading of it. */
async function compareAnswers(about: string): Promise<void> {
  print(`\n30 remotes × 8 packages, ${rounds} portfolios; ${about}`);
  const totals = new Map<string, { broken: number; copies: number; bytes: number; ms: number }>();
  let fewest = 0;
  for (let seed = 1; seed <= rounds; seed++) {
    const texts = disagreeing[about]?.(30, 8, seed) ?? new Map<string, string>();
    const entries = [...texts].map(([url, text]) => parseRemoteEntry(JSON.parse(text), url));
    fewest += fewestForRanges(entries);
    for (const [name, contestant] of Object.entries(contestants)) {
      const start = performance.now();
      const map = await contestant(texts);
      const ms = performance.now() - start;
      if (!map) continue;
      const { broken, copies, bytes } = judge(entries, map, undefined);
      const total = totals.get(name) ?? { broken: 0, copies: 0, bytes: 0, ms: 0 };
      totals.set(name, {
        broken: total.broken + broken.length,
        copies: total.copies + copies.size,
        bytes: total.bytes + bytes,
        ms: total.ms + ms,
      });
    }
  }
  const share = (bytes: number): string =>
    `${((bytes / (totals.get('orchestrator')?.bytes ?? 1)) * 100).toFixed(0)} %`.padStart(6);
  for (const [name, { broken, copies, bytes, ms }] of totals) {
    print(
      `  ${name.padEnd(24)}${String(broken).padStart(6)} promises broken${String(copies).padStart(6)} copies` +
        `${String(bytes).padStart(12)} bytes ${share(bytes)}${ms.toFixed(0).padStart(8)} ms`,
    );
  }
  print(`  no answer that keeps to the ranges has fewer than ${String(fewest).padStart(20)} bytes ${share(fewest)}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
