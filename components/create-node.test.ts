import { expect } from '@esm-bundle/chai';
import { createNode } from './create-node.js';

describe('createNode', () => {
  it('gives an element with its properties and children', () => {
    const node = createNode('div', { className: 'card', slot: 'error' }, createNode('b', {}, 'bold'), ' text');
    expect(node.outerHTML).to.equal('<div class="card" slot="error"><b>bold</b> text</div>');
  });

  it('takes text for text', () => {
    expect(createNode('p', {}, '<img src=x>').innerHTML).to.equal('&lt;img src=x&gt;');
  });
});
