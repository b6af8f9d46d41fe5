import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createProject, type Files } from '../support/create-project.js';
import { depending, pack } from '../support/pack.js';

const execute = promisify(execFile);
const measure = fileURLToPath(new URL('../support/measure-build.mjs', import.meta.url));

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** A module of about so many bytes that no minifier makes small, and that exports `name`. */
function bulk(name: string, bytes: number, seed: number): string {
  const functions = numbers(Math.ceil(bytes / 100)).map(
    (index) =>
      `  function f${index}(a, b) { return a.p${seed % 97}_${index} + b['${seed}-${index}'] * ${index * 7 + seed}; },`,
  );
  return `export const ${name} = [\n${functions.join('\n')}\n];\n`;
}

function createPackages(count: number, bytes: number): Files {
  const packages = numbers(count).map((number) => {
    const next = (number * 7 + 1) % count;
    return pack(
      `p${number}`,
      {
        'index.js': `export * from './part.js'; export { sub as other } from 'p${next}/sub.js';\n${bulk('main', bytes / 2, number)}`,
        'part.js': bulk('part', bytes / 4, number + 1),
        'sub.js': `import { part } from './part.js'; export const sub = () => part;\n${bulk('more', bytes / 4, number + 2)}`,
      },
      { dependencies: { [`p${next}`]: '^1.0.0' } },
    );
  });
  return Object.assign({}, ...packages);
}

function createModules(count: number, packages: number, bytes: number): Files {
  const modules = numbers(count).map((number) => [
    `src/m${number}.js`,
    `import { main } from 'p${number % packages}'; import { sub } from 'p${(number + 3) % packages}/sub.js'; import { common } from './common${number % 10}.js';
export const load = () => import('./m${(number + 1) % count}.js'); export const all = [main, sub, common];\n${bulk('own', bytes, number)}`,
  ]);
  const commons = numbers(10).map((number) => [`src/common${number}.js`, bulk('common', bytes, number + 500)]);
  return Object.fromEntries([...modules, ...commons]);
}

describe('a project of 200 exposed modules and 100 shared packages', () => {
  it('is built in less than 1 GiB of memory, that of the bundler counted too', {
    skip: process.platform !== 'linux',
  }, async () => {
    const exposes = Object.fromEntries(numbers(200).map((number) => [`./M${number}`, `./src/m${number}.js`]));
    const { root } = await createProject({
      files: {
        ...depending(...numbers(100).map((number) => `p${number}`)),
        ...createPackages(100, 100_000),
        ...createModules(200, 100, 20_000),
        'federation.config.js': `export default ${JSON.stringify({ name: 'large', exposes })};`,
      },
    });
    for (const run of ['cold', 'warm']) {
      const { stdout } = await execute(process.execPath, ['--import', import.meta.resolve('tsx'), measure, root]);
      const { exposed, shared, bytes, memory } = JSON.parse(stdout);
      assert.deepEqual([exposed, shared], [200, 200], run);
      assert.ok(bytes > 5_000_000, `${bytes} bytes`);
      assert.ok(memory < 2 ** 30, `${run}: ${memory} bytes of memory`);
    }
  });
});
