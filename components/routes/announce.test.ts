import { expect } from '@esm-bundle/chai';
import { until } from '../../test/browser/support/until.js';
import { announce } from './announce.js';

describe('announce', () => {
  const speaker = Element.prototype as { ariaNotify?(text: string): void };
  const { ariaNotify } = speaker;
  afterEach(() => {
    if (ariaNotify) speaker.ariaNotify = ariaNotify;
  });

  it('lets the document speak where it can', () => {
    const said: string[] = [];
    speaker.ariaNotify = (text) => void said.push(text);
    announce('The cart');
    delete speaker.ariaNotify;
    expect(said).to.deep.equal(['The cart']);
    expect(document.querySelector('[role="status"]')).to.equal(null);
  });

  it('else changes a live region that is not seen, also for the same words again', async () => {
    delete speaker.ariaNotify;
    for (let time = 0; time < 2; time++) {
      announce('The cart');
      const [region, another] = document.querySelectorAll('[role="status"]');
      expect(another).to.equal(undefined);
      expect(region?.textContent).to.equal('');
      await until(() => region?.textContent, 'The cart');
      expect(region?.getBoundingClientRect().width).to.equal(1);
    }
  });
});
