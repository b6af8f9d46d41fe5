import { expect } from '@esm-bundle/chai';
import { createPattern } from './create-pattern.js';

const origin = 'https://shop.example';

describe('createPattern', () => {
  const rows: readonly (readonly [pattern: string, base: string | undefined, matches: string, not: string])[] = [
    ['/shop{/*}?', undefined, '/shop/a/b?q=1#h', '/shopping'],
    ['shop', undefined, '/shop', '/a/shop'],
    ['shop', '/a/', '/a/shop', '/shop'],
    ['/shop', '/a/', '/shop', '/a/shop'],
    ['../shop', '/a/', '/shop', '/a/shop'],
    ['', '/a/', '/a/', '/a/b'],
    ['./', '/a/', '/a/', '/'],
    ['?tab=:tab', '/a/', '/anywhere?tab=1', '/a/?other=1'],
    ['#part', '/a/', '/anywhere?q=1#part', '/a/#other'],
  ];
  for (const [pattern, base, matches, not] of rows) {
    it(`takes ${pattern || 'nothing'} below ${base ?? 'the root'} for ${matches}, and not for ${not}`, () => {
      const test = (path: string): boolean => createPattern(pattern, origin + path, base).test(origin + path);
      expect([test(matches), test(not)]).to.deep.equal([true, false]);
    });
  }

  it('takes another origin for none of its own', () => {
    expect(createPattern('/a', `${origin}/a`).test('https://other.example/a')).to.equal(false);
  });

  it('is relative to the <base> of the page, if it has one', () => {
    const base = document.createElement('base');
    base.href = '/some/where/';
    document.head.append(base);
    const url = `${location.origin}/some/where/shop`;
    expect(createPattern('shop', url).test(url)).to.equal(true);
    base.remove();
    expect(createPattern('shop', url).test(url)).to.equal(false);
  });

  it('refuses what is no pattern', () => {
    expect(() => createPattern('/(', origin)).to.throw(TypeError);
  });
});
