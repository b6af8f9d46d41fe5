// Builds the project in a folder, and says as JSON what that took: processor time and memory at its peak, its own and esbuild's.
import { readdirSync, readFileSync } from 'node:fs';
import { build } from '../../../src/build/build.ts';

const begin = performance.now();
const { entry, files } = await build({ root: process.argv[2] });
const wall = performance.now() - begin;

/** Bytes; of processes that are still there. */
function peakOf(pid) {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** Milliseconds of processor time; the kernel counts in hundredths of a second. */
function timeOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function childrenOf(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );
}

const processes = [process.pid, ...childrenOf(process.pid)];
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
const report = {
  exposed: entry.exposes.length,
  shared: entry.shared.length,
  bytes: sum(files.map(({ contents }) => contents.byteLength)),
  memory: sum(processes.map(peakOf)),
  wall,
  processor: sum(processes.map(timeOf)),
};
process.stdout.write(JSON.stringify(report));
