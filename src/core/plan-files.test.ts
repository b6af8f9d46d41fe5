import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseRemoteEntry } from './parse-remote-entry.js';
import { planFiles } from './plan-files.js';

it('asks for each bare import of each file where it leads, and follows it', () => {
  const file = (imports: string[], externals: string[] = []): object => ({ bytes: 1, imports, externals });
  const files = {
    'Cart.js': file(['chunk.js'], ['lit', 'unknown']),
    'chunk.js': file([], ['lit']),
    'lit.js': file([]),
  };
  const base = 'https://cart.example/';
  const entry = parseRemoteEntry({ name: 'cart', files }, `${base}remoteEntry.json`);
  const asked: string[] = [];
  const resolve = (specifier: string, importer: string): string | undefined => {
    asked.push(`${specifier} of ${importer.slice(base.length)}`);
    return specifier === 'lit' ? `${base}lit.js` : undefined;
  };
  const plan = planFiles(resolve, [entry], `${base}Cart.js`);
  assert.deepEqual(plan, [`${base}Cart.js`, `${base}chunk.js`, `${base}lit.js`]);
  assert.deepEqual(asked, ['lit of Cart.js', 'unknown of Cart.js', 'lit of chunk.js']);
});
