import { expect } from '@esm-bundle/chai';
import { echoAddress, origins } from '../test/browser/support/origins.js';
import { putStyles } from './put-styles.js';

const sheetOf = (text: string): string => echoAddress(origins.third, `${crypto.randomUUID()}.css`, text);

describe('putStyles', () => {
  const rows: readonly (readonly [what: string, isIsolated: boolean, text: string, adopted: number, linked: number])[] =
    [
      ['adopts the stylesheet of an isolated app', true, 'p { color: red }', 1, 0],
      ['links what cannot be adopted', true, 'p { background: url(picture.svg) }', 0, 1],
      ['links the stylesheet of any other app', false, 'p { color: red }', 0, 1],
    ];
  for (const [what, isIsolated, text, adopted, linked] of rows) {
    it(what, async () => {
      const root = document.createElement('div').attachShadow({ mode: 'open' });
      root.innerHTML = '<p></p>';
      document.body.append(root.host);
      const place = root.firstElementChild as Element;
      const counts = (): number[] => [root.adoptedStyleSheets.length, root.querySelectorAll('link').length];
      const request = { place, isIsolated, urls: [sheetOf(text)], integrity: new Map(), options: {} };
      const styles = await putStyles(request);
      await styles.ready;
      expect(counts()).to.deep.equal([adopted, linked]);
      styles.release();
      expect(counts()).to.deep.equal([0, 0]);
      root.host.remove();
    });
  }
});
