// One process of the benchmark: `sample.ts <contestant> <remotes> <packages>` prints its first and its later times in ms.

import { median } from '../median.js';
import { contestants } from './contestants.js';
import { createAgreeing } from './portfolios.js';

const [name = '', remotes, packages] = process.argv.slice(2);
const contestant = contestants[name];
if (!contestant) throw new Error(`There is no contestant "${name}".`);

const texts = createAgreeing(Number(remotes), Number(packages));
const times: number[] = [];
for (let round = 0; round < 12; round++) {
  const start = performance.now();
  await contestant(texts);
  times.push(performance.now() - start);
}
const [cold, ...warm] = times;
process.stdout.write(`${JSON.stringify({ cold, warm: median(warm) })}\n`);
