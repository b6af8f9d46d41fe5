// One process of the benchmark: `sample.ts <contestant> <remotes> <packages>` prints its first and its later times in ms.
import { median } from '../median.js';
import { contestants } from './contestants.js';
import { createAgreeing } from './portfolios.js';

const [name = '', remotes, packages] = process.argv.slice(2);
const contestant = contestants[name];
if (!contestant) throw new Error(`There is no contestant "${name}".`);

const texts = createAgreeing(Number(remotes), Number(packages));
const clock: number[] = [];
const processor: number[] = [];
for (let round = 0; round < 12; round++) {
  const start = performance.now();
  const before = process.cpuUsage();
  await contestant(texts);
  const { user, system } = process.cpuUsage(before);
  clock.push(performance.now() - start);
  processor.push((user + system) / 1000);
}
const summarize = ([cold, ...warm]: readonly number[]): object => ({ cold, warm: median(warm) });
process.stdout.write(`${JSON.stringify({ clock: summarize(clock), processor: summarize(processor) })}\n`);
