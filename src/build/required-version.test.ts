import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Catalogs, requiredVersion } from './required-version.js';

const catalogs: Catalogs = (catalog, name) =>
  (
    ({ 'default/react': '^19.0.0', 'legacy/react': 'npm:react@^18.2.0', 'loop/react': 'catalog:' }) as Record<
      string,
      string
    >
  )[`${catalog}/${name}`];

const cases: readonly [declared: string | undefined, installed: string, expected: string][] = [
  [undefined, '1.2.3', '^1.2.3'],
  ['^1.2.0', '1.2.3', '^1.2.0'],
  ['1.2.0 - 1.4', '1.2.3', '1.2.0 - 1.4'],
  ['>=1.2 <3 || 4.x', '1.2.3', '>=1.2 <3 || 4.x'],
  ['', '1.2.3', '*'],
  ['*', '1.2.3', '*'],
  ['2.0.0-beta.1', '2.0.0-beta.1', '2.0.0-beta.1'],
  ['latest', '1.2.3', '^1.2.3'],
  ['next', '1.2.3', '^1.2.3'],
  ['workspace:*', '1.2.3', '1.2.3'],
  ['workspace:^', '1.2.3', '^1.2.3'],
  ['workspace:~', '1.2.3', '~1.2.3'],
  ['workspace:^1.1.0', '1.2.3', '^1.1.0'],
  ['workspace:ui@^', '1.2.3', '^1.2.3'],
  ['workspace:../ui', '1.2.3', '^1.2.3'],
  ['catalog:', '19.2.0', '^19.0.0'],
  ['catalog:default', '19.2.0', '^19.0.0'],
  ['catalog:legacy', '18.3.1', '^18.2.0'],
  ['catalog:loop', '19.2.0', '^19.2.0'],
  ['catalog:unknown', '19.2.0', '^19.2.0'],
  ['npm:@acme/react@^19.1.0', '19.2.0', '^19.1.0'],
  ['npm:@acme/react', '19.2.0', '*'],
  ['npm:^19.1.0', '19.2.0', '^19.1.0'],
  ['npm:react@latest', '19.2.0', '^19.2.0'],
  ['file:../ui', '1.2.3', '^1.2.3'],
  ['link:../ui', '1.2.3', '^1.2.3'],
  ['git+ssh://git@host/ui.git#v1', '1.2.3', '^1.2.3'],
  ['https://host/ui.tgz', '1.2.3', '^1.2.3'],
  ['org/repository', '1.2.3', '^1.2.3'],
];

describe('the range that a page compares with', () => {
  for (const [declared, installed, expected] of cases) {
    it(`is ${expected} for ${JSON.stringify(declared)} with ${installed} installed`, () => {
      assert.equal(requiredVersion('react', declared, installed, catalogs), expected);
    });
  }
});
