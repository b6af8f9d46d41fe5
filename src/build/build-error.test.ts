import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { BuildError } from './build-error.js';

describe('an error of the build', () => {
  it('has a code, its facts, its cause, and a name of its own', () => {
    const cause = new Error('why');
    const details = { key: './Cart', file: 'src/cart.ts' };
    const error = new BuildError('exposed-file-missing', details, { cause });
    assert.deepEqual(
      [error.name, error.code, error.details, error.cause],
      ['BuildError', 'exposed-file-missing', details, cause],
    );
  });

  it('is explained under its code', () => {
    const headings = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8').match(/^## .*$/gm);
    const { message } = new BuildError('name-missing', { file: 'federation.config.js' });
    assert.ok(headings?.includes(`## ${message.split('#').at(-1)}`));
  });

  it('tells what to do about an import, by what it is', () => {
    const importing = (specifier: string, builtin = false): string =>
      new BuildError('import-unresolved', { imports: [{ specifier, importer: 'src/m.js', line: 1, builtin }] }).message;
    const messages = [importing('lit'), importing('./gone.js'), importing('fs', true)];
    assert.equal(new Set(messages.map((message) => message.replace(/"[^"]*"/, ''))).size, 3);
  });
});
