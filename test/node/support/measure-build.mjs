// Builds the project in a folder, and says as JSON what that took: its own memory at its peak, and esbuild's.
import { readdirSync, readFileSync } from 'node:fs';
import { build } from '../../../src/build/build.ts';

const begin = performance.now();
const { entry, files } = await build({ root: process.argv[2] });
const milliseconds = performance.now() - begin;

/** Bytes; of processes that are still there. */
function peakOf(pid) {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

function childrenOf(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );
}

const peaks = [process.pid, ...childrenOf(process.pid)].map(peakOf);
const report = {
  exposed: entry.exposes.length,
  shared: entry.shared.length,
  bytes: files.reduce((sum, { contents }) => sum + contents.byteLength, 0),
  memory: peaks.reduce((sum, one) => sum + one, 0),
  processes: peaks,
  milliseconds,
};
process.stdout.write(JSON.stringify(report));
