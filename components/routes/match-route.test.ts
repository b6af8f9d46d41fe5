import { expect } from '@esm-bundle/chai';
import { matchRoute, withSlash } from './match-route.js';

const origin = 'https://shop.example';

describe('matchRoute', () => {
  const rows: readonly (readonly [
    pattern: string,
    path: string,
    base: string,
    params: Record<string, string | undefined>,
    enclosing?: string,
  ])[] = [
    ['/shop', '/shop', '/shop/', {}],
    ['/shop{/*}?', '/shop', '/shop/', {}],
    ['/shop{/*}?', '/shop/', '/shop/', {}],
    ['/shop{/*}?', '/shop/a/b', '/shop/', {}],
    ['/shop/*', '/shop/a/b?q=1#h', '/shop/', {}],
    ['/*', '/a/b', '/', {}],
    ['*', '/', '/', {}],
    ['/:language{/*}?', '/de/a', '/de/', { language: 'de' }],
    ['/:section/:id{/*}?', '/garden/7/more', '/garden/7/', { section: 'garden', id: '7' }],
    ['/:section/:id?', '/garden', '/garden/', { section: 'garden', id: undefined }],
    ['/:section/:id?', '/garden/7', '/garden/7/', { section: 'garden', id: '7' }],
    ['/files/:path*', '/files/a/b', '/files/a/b/', { path: 'a/b' }],
    ['/*/edit', '/a/b/edit', '/a/b/edit/', {}],
    ['/item/:id(\\d+)', '/item/7', '/item/7/', { id: '7' }],
    ['/:name', '/a%20b%2Fc', '/a%20b%2Fc/', { name: 'a b/c' }],
    ['/:name', '/50%25-off%', '/50%25-off%/', { name: '50%25-off%' }],
    ['/café/:name', '/caf%C3%A9/cr%C3%A8me', '/caf%C3%A9/cr%C3%A8me/', { name: 'crème' }],
    ['?tab=:tab', '/a?tab=1', '/a/', { tab: '1' }],
    ['#:part', '/a/#one', '/a/', { part: 'one' }],
    ['item/:id{/*}?', '/shop/item/7/x', '/shop/item/7/', { id: '7' }, '/shop/'],
    ['./', '/shop/', '/shop/', {}, '/shop/'],
    ['./', '/shop', '/shop/', {}, '/shop/'],
    ['{*}?', '/shop/a', '/shop/', {}, '/shop/'],
    ['?tab=:tab', '/shop/a?tab=1', '/shop/', { tab: '1' }, '/shop/'],
  ];
  for (const [pattern, path, base, params, enclosing] of rows) {
    it(`finds ${path} by ${pattern}${enclosing ? ` below ${enclosing}` : ''}, with the base ${base}`, () => {
      expect(matchRoute(pattern, origin + path, enclosing)).to.deep.equal({ base, params });
    });
  }

  for (const [pattern, path] of [
    ['/shop', '/shop/a'],
    ['/shop', '/shopping'],
    ['/item/:id(\\d+)', '/item/seven'],
    ['./', '/shop'],
  ] as const) {
    it(`does not find ${path} by ${pattern}`, () => {
      expect(matchRoute(pattern, origin + path)).to.equal(undefined);
    });
  }

  it('ends each base with one slash', () => {
    expect([withSlash('/a'), withSlash('/a/'), withSlash('/')]).to.deep.equal(['/a/', '/a/', '/']);
  });
});
