import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote } from '../../../test/node/negotiation/remote.js';
import { readParticipants } from './read-participants.js';

const ui = { version: '1.0.0', imports: {} };

describe('tieCopies', () => {
  const tiedOf = (entry: ReturnType<typeof remote>): (string | undefined)[] =>
    (readParticipants([entry], undefined).participants[0]?.offers ?? [])
      .filter(({ isTied }) => isTied)
      .map(({ terms }) => terms.packageName);

  it('leaves copies free that have files of their own', () => {
    assert.deepEqual(tiedOf(remote('a', { a: ui, b: ui })), []);
  });

  it('ties copies that share a file', () => {
    const entry = remote('a', { a: ui, b: ui, c: ui });
    for (const name of ['a', 'b']) {
      const file = entry.shared.find(({ specifier }) => specifier === name)?.file;
      Object.assign(entry.files.get(`${entry.base}${file}`) ?? {}, { imports: ['https://a.example/common.js'] });
    }
    assert.deepEqual(tiedOf(entry), ['a', 'b']);
  });

  it('ties a copy that shares a file with the modules of its remote', () => {
    const entry = remote('a', { a: ui, b: ui });
    Object.assign(entry.files.get('https://a.example/X.js') ?? {}, {
      imports: [`${entry.base}${entry.shared[0]?.file}`],
    });
    assert.deepEqual(tiedOf(entry), ['a']);
  });

  it('ties all copies of a remote that another tool built with chunks', () => {
    assert.deepEqual(tiedOf(remote('a', { a: '1.0.0', b: '1.0.0' }, { chunks: ['c.js'] })), ['a', 'b']);
  });
});
