import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FederationError } from './errors.js';
import { parseManifest } from './manifest.js';

const url = 'https://shop.example/config/manifest.json';

describe('parseManifest', () => {
  it('resolves relative addresses against the manifest', () => {
    const { remotes } = parseManifest({ cart: '../cart/remoteEntry.json' }, url);
    assert.deepEqual(remotes.get('cart'), {
      name: 'cart',
      urls: ['https://shop.example/cart/remoteEntry.json'],
      lazy: false,
      provides: true,
    });
  });

  it('reads every field of an object', () => {
    const { remotes } = parseManifest(
      {
        'team/reviews': {
          url: 'https://reviews.example/remoteEntry.json',
          integrity: 'sha384-AAAA',
          lazy: true,
          provides: ['lit'],
          fallback: ['https://backup.example/remoteEntry.json'],
        },
      },
      url,
    );
    assert.deepEqual(remotes.get('team/reviews'), {
      name: 'team/reviews',
      urls: ['https://reviews.example/remoteEntry.json', 'https://backup.example/remoteEntry.json'],
      integrity: 'sha384-AAAA',
      lazy: true,
      provides: ['lit'],
    });
  });

  it('has no remotes when it is empty', () => {
    assert.equal(parseManifest({}, url).remotes.size, 0);
  });

  for (const json of [null, [], 'x', 7, undefined]) {
    it(`throws at ${JSON.stringify(json)}, which is no manifest`, () => {
      assert.throws(
        () => parseManifest(json, url),
        (error) => error instanceof FederationError && error.code === 'manifest-invalid',
      );
    });
  }

  const unusable: [title: string, name: string, value: unknown, field: string][] = [
    ['a number', 'cart', 1, 'cart'],
    ['null', 'cart', null, 'cart'],
    ['an array', 'cart', [], 'cart'],
    ['an object without url', 'cart', {}, 'cart.url'],
    ['a url that is an object', 'cart', { url: {} }, 'cart.url'],
    ['a script address', 'cart', 'javascript:alert(1)', 'cart'],
    ['a script address behind a tab', 'cart', '\tjavascript:alert(1)', 'cart'],
    ['a data address', 'cart', 'data:application/json,{}', 'cart'],
    ['a blob address', 'cart', 'blob:https://shop.example/1', 'cart'],
    ['a file address', 'cart', 'file:///etc/passwd', 'cart'],
    ['a drive letter', 'cart', 'C:\\cart', 'cart'],
    ['an address with a user name', 'cart', 'https://good@evil.example/', 'cart'],
    ['an address that is none', 'cart', 'https://[', 'cart'],
    ['a bad fallback', 'cart', { url: '/a', fallback: ['data:,'] }, 'cart.fallback[0]'],
    ['a malformed hash', 'cart', { url: '/a', integrity: 'sha1-AAAA' }, 'cart.integrity'],
    ['an empty name', '', '/a', ''],
    ['a name that climbs', '../x', '/a', '../x'],
    ['a name with a control character', 'a\0b', '/a', 'a\0b'],
    ['the name __proto__', '__proto__', '/a', '__proto__'],
  ];
  for (const [title, name, value, field] of unusable) {
    it(`refuses ${title}, and keeps the other remotes`, () => {
      const json = JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)},"good":"/good.json"}`);
      const { remotes, faults } = parseManifest(json, url);
      assert.deepEqual([...remotes.keys()], ['good']);
      assert.equal(faults.get(name)?.details.field, field);
    });
  }

  it('cuts a name of 10 kB short in its error', () => {
    const name = 'x'.repeat(10_000);
    const fault = parseManifest({ [name]: '/a' }, url).faults.get(name);
    assert.ok(fault && fault.message.length < 1000);
  });

  for (const name of ['constructor', 'toString', 'cart', '@org/cart', 'team/cart', 'Cart.2_b-c']) {
    it(`accepts the name ${name}`, () => {
      assert.equal(parseManifest({ [name]: '/a' }, url).remotes.get(name)?.urls[0], 'https://shop.example/a');
    });
  }

  it('resolves the URL before it judges it', () => {
    const { remotes } = parseManifest({ a: 'https:evil.test/m.json', b: '/\\other.example/m.json' }, url);
    assert.equal(remotes.get('a')?.urls[0], 'https://shop.example/config/evil.test/m.json');
    assert.equal(remotes.get('b')?.urls[0], 'https://other.example/m.json');
  });

  it('may name files on disk when it is one itself', () => {
    const { remotes } = parseManifest({ a: 'a/remoteEntry.json' }, 'file:///srv/manifest.json');
    assert.equal(remotes.get('a')?.urls[0], 'file:///srv/a/remoteEntry.json');
  });
});
