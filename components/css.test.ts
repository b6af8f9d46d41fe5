import { expect } from '@esm-bundle/chai';
import { css } from './css.js';

describe('css', () => {
  it('gives a style sheet of what is written there', () => {
    const { styleSheet } = css`
      p {
        color: red;
      }
    `;
    expect(styleSheet?.cssRules[0]?.cssText).to.equal('p { color: red; }');
  });
});
