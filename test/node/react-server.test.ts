import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

// Its types need a document, which is just what is not there.
const { FederationRemote } = await import(new URL('../../src/react/index.ts', import.meta.url).href);

describe('the components for React, on a server,', () => {
  it('draw the tag with its attributes and its placeholder', () => {
    const props = { remote: 'cart', module: './Cart', className: 'cart', props: { currency: 'EUR' }, onLoad: () => {} };
    const placeholder = createElement('p', null, 'Soon');
    assert.equal(
      renderToString(createElement(FederationRemote, props, placeholder)),
      '<federation-remote class="cart" remote="cart" module="./Cart"><p>Soon</p></federation-remote>',
    );
  });
});
