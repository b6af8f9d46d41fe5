import { expect } from '@esm-bundle/chai';
import { completeOptions } from './complete-options.js';
import { findNonce } from './find-nonce.js';

const defaults = {
  timeout: 10_000,
  retry: 2,
  patience: 500,
  strict: false,
  prefer: 'fewest-bytes',
  polyfill: 'auto',
  trustedTypesPolicy: 'federation',
  nonce: findNonce(),
};

describe('the options of a federation', () => {
  it('are the defaults where the page says nothing', () => {
    expect(completeOptions({})).to.deep.equal(defaults);
    expect(completeOptions({ nonce: undefined })).to.deep.equal(defaults);
    expect(completeOptions({ timeout: Number.NaN, retry: Number('two') })).to.deep.equal(defaults);
  });

  it('are what the page says, also if that is nothing much', () => {
    const options = { timeout: 1, retry: 0, patience: 0, strict: true, nonce: '', manifest: '/m.json' };
    expect(completeOptions(options)).to.deep.equal({ ...defaults, ...options });
  });
});
