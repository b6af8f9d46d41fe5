// How long a build takes, and how much comes out of it: ours, Native Federation's own adapter, and esbuild alone.
// Whole processes, from start to exit, taken in turns so that a busy machine is as busy for each.
import { execFile } from 'node:child_process';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { bundleForNode } from '../scripts/bundle-for-node.mjs';
import { measureRebuilds } from './build/measure-rebuilds.js';
import { createFixtures, type Fixture } from './build-fixtures.js';
import { median } from './median.js';

const execute = promisify(execFile);
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
const repository = fileURLToPath(new URL('..', import.meta.url));
const binary = `${repository}dist/node/federation.js`;

interface Contestant {
  readonly name: string;
  readonly script: (fixture: Fixture) => readonly string[];
  readonly outDir: string;
  /** Folders that must be gone for a cold build. */
  readonly caches: readonly string[];
  /** Whether its caches stay from round to round. */
  readonly isWarm: boolean;
}

const ours = { script: () => [binary, 'build'], outDir: 'dist', caches: ['node_modules/.cache/federation-elements'] };
const official = {
  script: ({ exposed }: Fixture) => ['official.mjs', exposed],
  outDir: 'dist-official',
  caches: ['node_modules/.cache/native-federation'],
};
const plain = { script: ({ exposed }: Fixture) => ['plain-esbuild.mjs', exposed], outDir: 'dist', caches: [] };

const contestants: readonly Contestant[] = [
  { name: 'esbuild alone', ...plain, isWarm: false },
  { name: 'federation build, cold', ...ours, isWarm: false },
  { name: 'federation build, warm', ...ours, isWarm: true },
  { name: 'Native Federation, cold', ...official, isWarm: false },
  { name: 'Native Federation, warm', ...official, isWarm: true },
];

await bundleForNode(dirname(binary));
for (const fixture of await createFixtures()) {
  await measure(fixture);
  await measureRebuilds(fixture, Number(values.rounds));
}

async function measure(fixture: Fixture): Promise<void> {
  const times = new Map<Contestant, number[]>(contestants.map((one) => [one, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const one of contestants) times.get(one)?.push(await time(one, fixture));
  }
  const [reference = 0] = [...times.values()].map(median);
  const bytes = new Map<Contestant, number>();
  for (const one of contestants) {
    await time(one, fixture);
    bytes.set(one, await weigh(`${fixture.root}/${one.outDir}`));
  }
  const referenceBytes = bytes.get(contestants[0] as Contestant) ?? 1;
  process.stdout.write(`\n${fixture.name}\n`);
  for (const [one, taken] of times) {
    const middle = median(taken);
    const weight = bytes.get(one) ?? 0;
    process.stdout.write(
      `  ${one.name.padEnd(26)} ${middle.toFixed(0).padStart(5)} ms  ${(middle / reference).toFixed(2).padStart(6)}×` +
        `  ${String(weight).padStart(8)} bytes of scripts  ${(weight / referenceBytes).toFixed(3)}×\n`,
    );
  }
  const of = (name: string): Contestant => contestants.find((one) => one.name === name) as Contestant;
  const ratio = (dividend: string, divisor: string): number =>
    median(times.get(of(dividend)) ?? []) / median(times.get(of(divisor)) ?? []);
  const goals: readonly (readonly [text: string, value: number, isMet: (value: number) => boolean])[] = [
    ['cold, at most 1.4 × esbuild alone', ratio('federation build, cold', 'esbuild alone'), (value) => value <= 1.4],
    [
      "cold, against Native Federation's warm, at least 5 × as fast",
      ratio('Native Federation, warm', 'federation build, cold'),
      (value) => value >= 5,
    ],
    [
      'bytes, at most 1.05 × esbuild alone',
      (bytes.get(of('federation build, cold')) ?? 0) / referenceBytes,
      (value) => value <= 1.05,
    ],
  ];
  for (const [text, value, isMet] of goals) {
    process.stdout.write(`  ${isMet(value) ? 'met   ' : 'missed'} ${text}: ${value.toFixed(2)} ×\n`);
  }
}

/** Milliseconds that the process takes; what it writes and, if it is to be cold, what it remembers are gone before. */
async function time({ script, outDir, caches, isWarm }: Contestant, fixture: Fixture): Promise<number> {
  const gone = isWarm ? [outDir] : [outDir, ...caches];
  if (isWarm) await execute(process.execPath, script(fixture), { cwd: fixture.root });
  for (const folder of gone) await rm(`${fixture.root}/${folder}`, { recursive: true, force: true });
  const begin = performance.now();
  await execute(process.execPath, script(fixture), { cwd: fixture.root });
  return performance.now() - begin;
}

/** Bytes of all scripts in a folder. */
async function weigh(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.js'));
  const sizes = await Promise.all(files.map(async (path) => (await stat(`${folder}/${path}`)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
