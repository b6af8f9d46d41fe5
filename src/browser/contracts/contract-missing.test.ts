import { expect } from '@esm-bundle/chai';
import { contractNames } from '../../core/contract-names.js';
import { FederationError } from '../../core/errors.js';
import type { MountOptions } from '../mount-api.js';
import { contractMissing } from './contract-missing.js';

const place = { remote: 'cart', module: './Cart' };
const namespace = { mount() {}, Badge: 7 };

describe('the error of a module that cannot be mounted', () => {
  const rows: readonly (readonly [what: string, options: Partial<MountOptions>, details: object])[] = [
    ['the contract that was probably meant', { contract: 'reactt' }, { wanted: 'reactt', nearest: 'react' }],
    ['the export that was probably meant', { export: 'moun' }, { wanted: 'moun', nearest: 'mount' }],
    ['the contract first, if neither exists', { contract: 'vuee', export: 'moun' }, { wanted: 'vuee', nearest: 'vue' }],
    ['what is unlike any other', { export: 'Checkout' }, { wanted: 'Checkout', nearest: undefined }],
    ['an export that is there, but is nothing to mount', { export: 'Badge' }, { wanted: 'Badge' }],
    ['a contract that the module does not keep', { contract: 'vue' }, { wanted: 'vue' }],
    ['nothing, if nobody asked for anything', {}, { wanted: undefined }],
  ];
  for (const [what, options, details] of rows) {
    it(`names ${what}`, () => {
      const error = contractMissing(namespace, { ...place, ...options }, contractNames, FederationError);
      expect(error.details).to.deep.equal({ ...place, exported: ['mount', 'Badge'], ...details });
    });
  }
});
