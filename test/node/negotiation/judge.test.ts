import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createImportMap } from '../../../src/core/create-import-map.js';
import type { ImportMap } from '../../../src/core/import-map.js';
import { negotiate } from '../../../src/core/negotiate.js';
import type { RemoteEntry } from '../../../src/core/remote-entry.js';
import { judge } from './judge.js';
import { remote, type SharedFacts } from './remote.js';

const ui = (core: string): SharedFacts => ({ version: '1.0.0', range: '*', imports: { core } });
const a = remote('a', { core: '15.0.0 ^15.0.0', ui: ui('^15.0.0') });
const b = remote('b', { core: '16.0.0 ^16.0.0', ui: ui('^16.0.0') });
const entries = [a, b];
const good = createImportMap(negotiate(entries));
const urlOf = (entry: RemoteEntry, name: string): string =>
  `${entry.base}${entry.shared.find(({ specifier }) => specifier === name)?.file}`;
const scoped = (scope: string, rules: Record<string, string>): Pick<ImportMap, 'imports' | 'scopes'> => ({
  imports: good.imports,
  scopes: { ...good.scopes, [scope]: { ...good.scopes[scope], ...rules } },
});

interface Case {
  readonly promise: string;
  readonly map: Pick<ImportMap, 'imports' | 'scopes'>;
  readonly entries?: readonly RemoteEntry[];
  readonly host?: RemoteEntry;
}

const provided = remote('a', { lit: '3.0.0' }, { provides: false });
const other = remote('b', { lit: '3.0.0' });
const team = remote('c', { lit: { version: '3.0.0', shareScope: 'team' } });
const strict = ['3.0.0', '3.1.0'].map((version, index) =>
  remote(`s${index}`, { lit: { version, shareScope: 'strict' } }),
);
const all = (url: string): Pick<ImportMap, 'imports' | 'scopes'> => ({ imports: { lit: url }, scopes: {} });

const cases: readonly Case[] = [
  { promise: 'range', map: scoped(b.base, { core: urlOf(a, 'core'), ui: urlOf(a, 'ui') }) },
  { promise: 'dependencies', map: scoped('https://b.example/shared/ui@1.0.0/', { core: urlOf(a, 'core') }) },
  { promise: 'one instance', map: scoped('https://b.example/shared/ui@1.0.0/', { core: urlOf(a, 'core') }) },
  { promise: 'host', map: scoped(b.base, { ui: urlOf(a, 'ui') }), host: b },
  { promise: 'dangling', map: { imports: {}, scopes: {} } },
  { promise: 'dangling', map: scoped(b.base, { core: 'https://b.example/nothing.js' }) },
  { promise: 'provides', map: all(urlOf(provided, 'lit')), entries: [provided, other] },
  { promise: 'share scope', map: all(urlOf(other, 'lit')), entries: [other, team] },
  { promise: 'equal version', map: all(urlOf(strict[0] as RemoteEntry, 'lit')), entries: strict },
];

describe('the judge of the tests', () => {
  it('has nothing to say of a good map', () => {
    assert.deepEqual(judge(entries, good, undefined).broken, []);
  });

  for (const { promise, map, entries: remotes = entries, host } of cases) {
    it(`notices a broken promise: ${promise}`, () => {
      const { broken } = judge(remotes, map, host);
      assert.ok(
        broken.some((sentence) => sentence.startsWith(`${promise}:`)),
        broken.join('\n'),
      );
    });
  }

  it('notices that a wish was not met and nobody was told', () => {
    const loose = remote('a', { lit: { version: '2.0.0', range: '^2.0.0', strictVersion: false } });
    const map = all(urlOf(other, 'lit'));
    assert.deepEqual(judge([loose, other], map, undefined).broken, []);
    assert.equal(judge([loose, other], map, undefined, () => false).broken.length, 1);
  });

  it('notices that entry points of one package come from different copies', () => {
    const both = [remote('a', { lit: '3.0.0', 'lit/a.js': '3.0.0' }), remote('b', { lit: '3.0.0' })];
    const map = createImportMap(negotiate(both));
    const torn = { imports: { ...map.imports, lit: urlOf(both[1] as RemoteEntry, 'lit') }, scopes: {} };
    assert.ok(judge(both, torn, undefined).broken.some((sentence) => sentence.startsWith('torn:')));
  });

  it('counts copies and bytes', () => {
    const { copies, bytes } = judge(entries, good, undefined);
    assert.deepEqual([copies.size, bytes], [4, 40_000]);
  });
});
