import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { remote } from '../../../test/node/negotiation/remote.js';
import type { Terms } from './offer.js';
import { TermsReader } from './read-terms.js';

const reader = new TermsReader();
const read = (shared: Parameters<typeof remote>[1], imported: string[] = [], name = 'lit'): Terms =>
  reader.ofRemote(name, remote('a', shared).shared, imported, true, false);

describe('TermsReader', () => {
  it('gives the same object for the same words', () => {
    assert.equal(read({ lit: '3.3.3 ^3.0.0' }), read({ lit: '3.3.3 ^3.0.0' }));
    assert.notEqual(read({ lit: '3.3.3 ^3.0.0' }), read({ lit: '3.3.3 ^3.1.0' }));
    assert.notEqual(read({ lit: '3.3.3 ^3.0.0' }), read({ lit: '3.3.3 ^3.0.0', 'lit/a.js': '3.3.3 ^3.0.0' }));
    assert.notEqual(read({ lit: '3.3.3 ^3.0.0' }), read({ lit: '3.3.3 ^3.0.0' }, ['lit/a.js']));
  });

  it('lets the entry point of the package speak for the others', () => {
    const { version, shipped, specifiers } = read({ 'lit/a.js': '0.0.0 *', lit: '3.3.3 ^3.0.0' });
    assert.equal(version, '3.3.3');
    assert.deepEqual(shipped, ['lit', 'lit/a.js']);
    assert.equal(specifiers, shipped);
  });

  it('knows what is imported and not shipped', () => {
    assert.deepEqual(read({ lit: '3.3.3 ^3.0.0' }, ['lit', 'lit/b.js']).specifiers, ['lit', 'lit/b.js']);
    assert.deepEqual(read({}, ['lit/b.js']).shipped, []);
  });

  it('takes what is no version for none', () => {
    assert.equal(read({ lit: { version: 'v3' } }).version, undefined);
  });

  it('never takes the range of a copy for a wish', () => {
    const loose = read({ lit: { version: '3.3.3', range: '^3.0.0', strictVersion: false } });
    const terms = reader.ofCopy(loose, '^3.1.0', ['lit'], true);
    assert.deepEqual([loose.isLoose, terms.isLoose, terms.range, terms.isOwnOnly], [true, false, '^3.1.0', true]);
    assert.equal(terms, reader.ofCopy(loose, '^3.1.0', ['lit'], true));
  });

  it('asks the same with and without another version, but for the share scope "strict"', () => {
    const ask = (version: string, shareScope?: string): string =>
      read({ lit: { version, range: '*', ...(shareScope && { shareScope }) } }).question;
    assert.equal(ask('3.0.0'), ask('3.1.0'));
    assert.notEqual(ask('3.0.0', 'strict'), ask('3.1.0', 'strict'));
  });
});
