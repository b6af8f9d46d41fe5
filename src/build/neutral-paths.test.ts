import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelSource, neutralizeSourceMap, neutralizeText } from './neutral-paths.js';

const root = '/home/me/shop/cart';

describe('the name of a source file', () => {
  const cases: readonly [path: string, expected: string][] = [
    ['src/cart.ts', 'src/cart.ts'],
    ['node_modules/react/index.js', 'react/index.js'],
    ['../../node_modules/@lit/context/index.js', '@lit/context/index.js'],
    ['../node_modules/.pnpm/react@19.2.0/node_modules/react/index.js', 'react/index.js'],
    ['../ui/src/button.ts', 'ui/src/button.ts'],
    ['federation-asset:/home/me/shop/cart/src/logo.svg', 'federation-asset:src/logo.svg'],
    ['federation-require:react', 'federation-require:react'],
  ];
  for (const [path, expected] of cases) {
    it(`is ${expected} for ${path}`, () => assert.equal(labelSource(path, root), expected));
  }
});

describe('a text without paths', () => {
  const paths = new Set(['src/cart.ts', '../node_modules/react/index.js', 'src/cart.css']);
  const cases: readonly [title: string, text: string, expected: string][] = [
    ['has no comment with one', '// src/cart.ts\nlet a;', '//\nlet a;'],
    ['has no comment with one in a stylesheet', '/* src/cart.css */\na {}', '/**/\na {}'],
    ['keeps the comments of people', '// see src/cart.ts\n// src/other.ts', '// see src/cart.ts\n// src/other.ts'],
    [
      'names CommonJS modules by their package',
      'var a = b({\n  "../node_modules/react/index.js"(exports) {}\n});',
      'var a = b({\n  "react/index.js"(exports) {}\n});',
    ],
  ];
  for (const [title, text, expected] of cases) {
    it(title, () => assert.equal(neutralizeText(text, paths, root), expected));
  }
});

describe('a source map without paths', () => {
  it('keeps everything but the names of the sources', () => {
    const map = { version: 3, sources: ['../node_modules/react/index.js'], sourcesContent: ['x'], mappings: 'AAAA' };
    assert.deepEqual(JSON.parse(neutralizeSourceMap(JSON.stringify(map), root)), {
      ...map,
      sources: ['react/index.js'],
    });
  });
});
