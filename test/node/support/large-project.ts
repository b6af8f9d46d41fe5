import type { Files } from './create-project.js';
import { depending, pack } from './pack.js';

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

/**
 * A project in which each package has two entry points and imports another package, and each module imports two
 * packages, a part that others import too, and the next module when it is needed.
 *
 * @param modules - How many are exposed, of about 20 kB each.
 * @param packages - How many are shared, of about 100 kB each.
 */
export function createLargeProject(modules: number, packages: number): Files {
  const exposes = Object.fromEntries(numbers(modules).map((number) => [`./M${number}`, `./src/m${number}.js`]));
  return {
    ...depending(...numbers(packages).map((number) => `p${number}`)),
    ...createPackages(packages, 100_000),
    ...createModules(modules, packages, 20_000),
    'federation.config.js': `export default ${JSON.stringify({ name: 'large', exposes })};`,
  };
}
