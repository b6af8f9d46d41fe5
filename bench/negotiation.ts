// `npm run bench:negotiation`: the negotiation beside Native Federation's orchestrator, on the same entries.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseRemoteEntry } from '../src/core/parse-remote-entry.js';
import { judge } from '../test/node/negotiation/judge.js';
import { median } from './median.js';
import { contestants } from './negotiation/contestants.js';
import { createDisagreeing } from './negotiation/portfolios.js';

const sample = fileURLToPath(new URL('negotiation/sample.ts', import.meta.url));
const processes = 3;

await compareTimes();
await compareAnswers();

/** Remotes that agree: milliseconds from the texts to the map; the median of processes, cold and warm. */
async function compareTimes(): Promise<void> {
  for (const [remotes, packages] of [
    [10, 10],
    [50, 30],
    [200, 50],
  ] as const) {
    print(
      `\n${remotes} remotes × ${packages} packages, no conflict: ms cold / warm, and the orchestrator's as a multiple`,
    );
    const times = new Map(Object.keys(contestants).map((name) => [name, timesOf(name, remotes, packages)]));
    const peer = times.get('orchestrator');
    for (const [name, { cold, warm }] of times) {
      const ratio = peer ? `${(peer.cold / cold).toFixed(1)}× / ${(peer.warm / warm).toFixed(1)}×` : '';
      print(`  ${name.padEnd(24)}${cold.toFixed(1).padStart(8)} /${warm.toFixed(1).padStart(7)}   ${ratio}`);
    }
  }
}

function timesOf(name: string, remotes: number, packages: number): { cold: number; warm: number } {
  const parameters = ['--import', 'tsx', sample, name, String(remotes), String(packages)];
  const runs = Array.from({ length: processes }, () =>
    JSON.parse(execFileSync(process.execPath, parameters, { encoding: 'utf8' })),
  );
  return { cold: median(runs.map(({ cold }) => cold)), warm: median(runs.map(({ warm }) => warm)) };
}

/** Remotes that disagree: what a browser would load by each map, judged by an independent reading of it. */
async function compareAnswers(): Promise<void> {
  const rounds = 6;
  print(`\n30 remotes × 8 packages, many of them a minor or a major version apart, ${rounds} portfolios`);
  const totals = new Map<string, { broken: number; copies: number; bytes: number; ms: number }>();
  for (let seed = 1; seed <= rounds; seed++) {
    const texts = createDisagreeing(30, 8, seed);
    const entries = [...texts].map(([url, text]) => parseRemoteEntry(JSON.parse(text), url));
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
  const peer = totals.get('orchestrator');
  for (const [name, { broken, copies, bytes, ms }] of totals) {
    const share = peer ? `${((bytes / peer.bytes) * 100).toFixed(0)} %` : '';
    print(
      `  ${name.padEnd(24)}${String(broken).padStart(6)} promises broken${String(copies).padStart(6)} copies` +
        `${String(bytes).padStart(12)} bytes ${share.padStart(6)}${ms.toFixed(0).padStart(8)} ms`,
    );
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
