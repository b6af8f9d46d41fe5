import { expect } from '@esm-bundle/chai';
import { createFederation } from '../src/browser/create-federation.js';
import { nextTask, tagsEntry } from '../test/browser/support/tags.js';
import { whenMapped } from './when-mapped.js';

describe('whenMapped', () => {
  it('waits for a federation, and then for something in its import map', async () => {
    const steps: string[] = [];
    const mapped = whenMapped().then(() => steps.push('mapped'));
    await nextTask();
    const polyfill = '/node_modules/es-module-shims/dist/es-module-shims.js';
    const federation = createFederation({ polyfill });
    await federation.ready;
    steps.push('ready, with nothing to map');
    await nextTask();
    await federation.register('tags', tagsEntry());
    await mapped;
    expect(steps).to.deep.equal(['ready, with nothing to map', 'mapped']);
    await whenMapped();
  });
});
