import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { summarizeBuild } from './summarize-build.js';

const paint = (_: unknown, text: string): string => text;
const shared = {
  packageName: 'lit',
  version: '3.3.1',
  requiredVersion: '^3.0.0',
  singleton: true,
  strictVersion: true,
};
const result = {
  name: 'cart',
  outDir: `${process.cwd()}/dist`,
  entry: {
    name: 'cart',
    exposes: [{ key: './Cart', outFileName: 'Cart-A.js', styles: ['Cart-B.css'] }],
    shared: [{ ...shared, outFileName: 'shared/lit.js' }],
    packages: {},
    files: {},
  },
  files: [
    { path: 'Cart-A.js', contents: Buffer.alloc(12_345, 'a') },
    { path: 'Cart-B.css', contents: Buffer.from('a{}') },
    { path: 'shared/lit.js', contents: Buffer.alloc(999) },
  ],
  warnings: [{ text: 'odd', file: 'src/cart.js', line: 3, column: 1 }],
};

describe('the summary of a build', () => {
  it('has a line for each file: what it is, its bytes, its bytes when they are compressed', async () => {
    const lines = (await summarizeBuild(result, 71.6, { paint })).split('\n');
    assert.match(lines[1] ?? '', /^Cart-A\.js +\.\/Cart +12\.3 kB +\d+ B$/);
    assert.match(lines[2] ?? '', /^Cart-B\.css +\.\/Cart \(styles\) +3 B +\d+ B$/);
    assert.match(lines[3] ?? '', /^shared\/lit\.js +lit 3\.3\.1 +999 B +\d+ B$/);
  });
  it('ends with the warnings, the sum and the time', async () => {
    const lines = (await summarizeBuild(result, 71.6, { paint })).trimEnd().split('\n');
    assert.deepEqual(lines.slice(-2), ['warning src/cart.js:3: odd', '✓ cart: 3 files, 13.3 kB in dist, 72 ms']);
  });
  it('knows the entry points of a dense entry', async () => {
    const entry = {
      ...result.entry,
      shared: [{ ...shared, entries: { lit: 'shared/lit.js', 'lit/a.js': 'Cart-A.js' } }],
    };
    const lines = (await summarizeBuild({ ...result, entry }, 1, { paint })).split('\n');
    assert.match(lines[1] ?? '', /\.\/Cart, lit\/a\.js 3\.3\.1/);
  });
});
