import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCommonJsEntry, createRequireShim } from './common-js-entry.js';

/** What the module around a CommonJS module exports. */
async function exportsOf(value: string, names: string[], wasModule = false): Promise<Record<string, unknown>> {
  const entry = createCommonJsEntry('it', { names: new Set(names), wasModule });
  const code = `const require = () => (${value});\n${entry}`;
  // One module further, because a loader may look into a module that it is asked for itself.
  const outer = `export * as inner from ${JSON.stringify(address(code))};`;
  return (await import(address(outer))).inner;
}

const address = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;

/** What a module gets that requires a shared package whose module looks so. */
async function required(module: string, isValue: boolean): Promise<unknown> {
  const shim = createRequireShim(address(module), isValue);
  const code = `const exports = {}; let module = { exports };\n${shim}\nexport const result = module.exports;`;
  return (await import(address(code))).result;
}

describe('the ES module around a CommonJS module', () => {
  it('exports the names and, as default, the whole', async () => {
    const { a, 'b-c': c, default: whole } = await exportsOf('{ a: 1, "b-c": 2 }', ['a', 'b-c']);
    assert.deepEqual([a, c, whole], [1, 2, { a: 1, 'b-c': 2 }]);
  });
  it('has names that are words of the language', async () => {
    assert.equal((await exportsOf('{ delete: 1, class: 2 }', ['delete', 'class'])).delete, 1);
  });
  it('gives a function as it is', async () => {
    assert.equal(typeof (await exportsOf('function f() {}', [])).default, 'function');
  });
  it('has the default export of what was an ES module once', async () => {
    assert.equal((await exportsOf('{ __esModule: true, default: 7 }', [], true)).default, 7);
  });
  it('has the whole as default if there is no default property', async () => {
    assert.deepEqual((await exportsOf('{ __esModule: true, a: 1 }', ['a'], true)).default, { __esModule: true, a: 1 });
  });
  it('gives module.exports under its own name', async () => {
    assert.deepEqual((await exportsOf('{ a: 1 }', ['a']))['module.exports'], { a: 1 });
  });
});

describe('the require of a shared package', () => {
  it('gives module.exports of what this build made from CommonJS', async () => {
    assert.equal(await required('export default 1; export { f as "module.exports" }; const f = 2;', true), 2);
  });
  it('gives the default export of what another builder made from CommonJS', async () => {
    assert.equal(await required('export default 1; export const a = 2;', true), 1);
  });
  it('gives what was an ES module once as the module that it was, whoever made it', async () => {
    const whole = 'const whole = { __esModule: true, a: 2, default: 1 }; export default whole;';
    for (const isValue of [true, false])
      assert.deepEqual(await required(whole, isValue), { __esModule: true, a: 2, default: 1 });
  });
  it('gives all names of what another builder made without a default export', async () => {
    assert.equal(((await required('export const a = 2;', true)) as { a: number }).a, 2);
  });
  it('gives an ES module as bundlers give it', async () => {
    assert.deepEqual(await required('export default 1; export const a = 2;', false), { a: 2, default: 1 });
  });
});
