import { expect } from '@esm-bundle/chai';
import { readPageRules } from './read-page-rules.js';

const rulesOf = (...maps: readonly string[]): object => {
  const scripts = maps.map((map) => `<script type="importmap">${map}</script>`).join('');
  const page = new DOMParser().parseFromString(scripts, 'text/html');
  const base = page.createElement('base');
  base.href = 'https://page.example/shop/';
  page.head.append(base);
  return Object.fromEntries(readPageRules(page));
};

describe('readPageRules', () => {
  it('reads what import maps say for everyone; of two rules the first stands', () => {
    expect(
      rulesOf(
        '{ "imports": { "lit": "./lit.js", "vue": "https://cdn.example/vue.js" } }',
        '{ "imports": { "lit": "/other.js", "react": "/react.js" }, "scopes": { "/": { "preact": "/preact.js" } } }',
      ),
    ).to.deep.equal({
      lit: 'https://page.example/shop/lit.js',
      vue: 'https://cdn.example/vue.js',
      react: 'https://page.example/react.js',
    });
  });

  it('leaves out what a browser ignores', () => {
    expect(rulesOf('{ "imports": { "a": null, "b": 1, "c": "https://[" } }', '{ "imports', 'null', '{}')).to.deep.equal(
      {},
    );
  });
});
