import type { CommonJsModule } from './read-common-js.js';

/**
 * An ES module that gives what a CommonJS module exports.
 *
 * `default` follows the bundlers: the `default` property of what was an ES module once, else `module.exports` itself.
 * `module.exports` is there under its own name too, as in Node, for CommonJS modules that require this one.
 *
 * Runs anywhere: pure.
 */
export function createCommonJsEntry(specifier: string, { names, wasModule }: Omit<CommonJsModule, 'isValue'>): string {
  const all = [...names].sort();
  const own = wasModule ? 'value?.__esModule && "default" in value ? value.default : value' : 'value';
  const lines = [`const value = require(${JSON.stringify(specifier)});`, `export default ${own};`];
  if (all.length > 0) {
    lines.push(`const { ${all.map((name, index) => `${JSON.stringify(name)}: export${index}`).join(', ')} } = value;`);
  }
  const exported = all.map((name, index) => `export${index} as ${JSON.stringify(name)}`);
  lines.push(`export { ${[...exported, 'value as "module.exports"'].join(', ')} };`);
  return lines.join('\n');
}

/**
 * A CommonJS module that gives what an import of a shared package gives.
 *
 * The page may have chosen a copy that is an ES module, or another builder's, so what to give is found by what is there.
 *
 * @param isValue - Whether who requires the package expects one value, its default export, rather than its names.
 *
 * Runs anywhere: pure.
 */
export function createRequireShim(specifier: string, isValue: boolean): string {
  const otherwise = isValue
    ? 'module.exports = shared.__esModule ? shared : shared.default ?? shared;'
    : `Object.defineProperty(exports, '__esModule', { value: true });
for (const name of Object.keys(shared)) Object.defineProperty(exports, name, { enumerable: true, get: () => shared[name] });`;
  return `import * as shared from ${JSON.stringify(specifier)};
if ('module.exports' in shared) module.exports = shared['module.exports'];
else if (shared.default?.__esModule) module.exports = shared.default;
else { ${otherwise} }`;
}
