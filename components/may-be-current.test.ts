import { expect } from '@esm-bundle/chai';
import { isRouted, mayBeCurrent } from './may-be-current.js';

const here = location.pathname;

describe('mayBeCurrent', () => {
  const rows: readonly (readonly [what: string, html: string, routed: boolean, current: boolean])[] = [
    ['a tag whose pattern matches', `<p id="it" pattern="${here}"></p>`, true, true],
    ['a tag whose pattern does not', '<p id="it" pattern="/elsewhere"></p>', true, false],
    ['a tag whose pattern is none, which is the router’s to say', '<p id="it" pattern="/("></p>', true, true],
    [
      'the first of several that match',
      `<federation-routes><p></p><p id="it" pattern="${here}"></p><p pattern="/*"></p></federation-routes>`,
      true,
      true,
    ],
    [
      'another of several that match',
      `<federation-routes><p pattern="/*"></p><p id="it" pattern="${here}"></p></federation-routes>`,
      true,
      false,
    ],
    [
      'one that is shown if none matches',
      '<federation-routes><p id="it"></p><p pattern="/elsewhere"></p></federation-routes>',
      true,
      false,
    ],
  ];
  for (const [what, html, routed, current] of rows) {
    it(`says ${current ? 'yes' : 'no'} to ${what}`, () => {
      const place = document.createElement('div');
      place.innerHTML = html;
      const element = place.querySelector('#it') as Element;
      expect([isRouted(element), mayBeCurrent(element)]).to.deep.equal([routed, current]);
    });
  }

  it('is not asked of a tag without a route', () => {
    expect(isRouted(document.createElement('p'))).to.equal(false);
  });
});
