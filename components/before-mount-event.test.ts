import { expect } from '@esm-bundle/chai';
import { BeforeMountEvent } from './before-mount-event.js';

describe('BeforeMountEvent', () => {
  it('carries the module, can be cancelled, and does not bubble', () => {
    const module = { remote: 'cart' } as ConstructorParameters<typeof BeforeMountEvent>[0];
    const event = new BeforeMountEvent(module);
    expect(event).to.include({ type: 'beforemount', module, cancelable: true, bubbles: false });
  });
});
