import { expect } from '@esm-bundle/chai';
import './define.js';
import { insertRemote } from '../test/browser/support/tags.js';

describe('the look of <federation-remote>', () => {
  afterEach(() => {
    for (const node of document.querySelectorAll('federation-remote, style.test')) node.remove();
  });

  function style(text: string): void {
    const sheet = document.createElement('style');
    sheet.className = 'test';
    sheet.textContent = text;
    document.head.append(sheet);
  }

  it('is a block', () => {
    expect(getComputedStyle(insertRemote({ remote: '' })).display).to.equal('block');
  });

  it('leaves the kind of box to the page', () => {
    style('federation-remote { display: inline-grid }');
    expect(getComputedStyle(insertRemote({ remote: '' })).display).to.equal('inline-grid');
  });

  it('is hidden with the attribute, whatever the page says of its box', () => {
    style('federation-remote { display: grid }');
    expect(getComputedStyle(insertRemote({ remote: '', hidden: '' })).display).to.equal('none');
  });

  it('can be found by a search where hidden says so', () => {
    const remote = insertRemote({ remote: '', hidden: 'until-found' });
    expect(getComputedStyle(remote).display).to.equal('block');
  });

  it('gives the placeholder the place that it would have without the tag', () => {
    const remote = insertRemote({ remote: '' }, '<div style="height: 40px; width: 50%"></div>');
    const { height, width } = (remote.firstElementChild as Element).getBoundingClientRect();
    expect(remote.getBoundingClientRect().height).to.equal(40);
    expect([height, width]).to.deep.equal([40, remote.getBoundingClientRect().width / 2]);
  });
});
