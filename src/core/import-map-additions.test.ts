import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importMapAdditions } from './import-map-additions.js';

const none = { imports: {}, scopes: {}, integrity: {} };

describe('importMapAdditions', () => {
  it('gives what only the newer map has', () => {
    const committed = {
      imports: { lit: '/lit.js' },
      scopes: { '/a/': { lit: '/a/lit.js' } },
      integrity: { '/lit.js': 'sha384-a' },
    };
    const map = {
      imports: { lit: '/lit.js', vue: '/vue.js' },
      scopes: { '/a/': { lit: '/a/lit.js', vue: '/a/vue.js' }, '/b/': { vue: '/b/vue.js' } },
      integrity: { '/lit.js': 'sha384-a', '/vue.js': 'sha384-b' },
    };
    assert.deepEqual(importMapAdditions(map, committed), {
      imports: { vue: '/vue.js' },
      scopes: { '/a/': { vue: '/a/vue.js' }, '/b/': { vue: '/b/vue.js' } },
      integrity: { '/vue.js': 'sha384-b' },
    });
  });

  it('leaves a committed rule as it is, whatever the newer map says', () => {
    const map = (url: string) => ({
      imports: { lit: url },
      scopes: { '/a/': { lit: url } },
      integrity: { '/a.js': url },
    });
    assert.deepEqual(importMapAdditions(map('/new.js'), map('/old.js')), none);
  });

  it('gives no rules, if there is nothing to add', () => {
    assert.deepEqual(importMapAdditions(none, none), none);
  });

  it('takes names of Object.prototype for names', () => {
    const map = { ...none, imports: { constructor: '/a.js' }, scopes: { toString: { valueOf: '/b.js' } } };
    assert.deepEqual(importMapAdditions(map as never, none), map);
  });
});
