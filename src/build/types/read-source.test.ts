import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createProject } from '../../../test/node/support/create-project.js';
import { matchesIntegrity, readSource } from './read-source.js';

const limits = { timeout: 1_000, bytes: 10 };

describe('a source on the disk', () => {
  it('is read, up to its limit', async () => {
    const { root } = await createProject({ files: { 'a.txt': '0123456789', 'b.txt': '0123456789+' } });
    const url = (name: string): string => pathToFileURL(`${root}/${name}`).href;
    assert.equal((await readSource(url('a.txt'), limits)).text, '0123456789');
    await assert.rejects(readSource(url('b.txt'), limits), { name: 'SourceError', isMissing: false });
    await assert.rejects(readSource(url('c.txt'), limits), { name: 'SourceError', isMissing: true });
    await assert.rejects(readSource(url('.'), limits), { name: 'SourceError' });
  });
});

describe('the hash of a source', () => {
  const hello = new TextEncoder().encode('hello');
  const sha256 = 'sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=';
  for (const [integrity, expected] of [
    [sha256, true],
    [`sha384-${'A'.repeat(64)} ${sha256}`, true],
    [`sha256-${'A'.repeat(43)}=`, false],
    ['md5-XUFAKrxLKna5cZ2REBfFkg==', false],
    ['', false],
  ] as const) {
    it(`${expected ? 'fits' : 'does not fit'} if it is ${integrity || 'empty'}`, () => {
      assert.equal(matchesIntegrity(hello, integrity), expected);
    });
  }
});
