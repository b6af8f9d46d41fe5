import { expect } from '@esm-bundle/chai';
import { FederationError } from '../core/errors.js';
import { explain } from '../core/explain.js';
import { createExplain } from './create-explain.js';
import type { Thorough } from './thorough/hand-over.js';

const details = { remote: 'carts', known: ['cart'] };

const missing = async (): Promise<never> => {
  throw new Error('no');
};

describe('createExplain', () => {
  it('makes errors as thorough code does', async () => {
    const error = await createExplain(async () => ({ explain }) as Thorough)('remote-unknown', details, {
      cause: 'it',
    });
    const { message, details: complete } = explain('remote-unknown', details);
    expect([error.message, error.details, error.cause]).to.deep.equal([message, complete, 'it']);
  });

  it('makes errors that have their facts and say them, where thorough code is missing', async () => {
    const error = await createExplain(missing)('remote-unknown', details, { cause: 'it' });
    expect(error).to.be.instanceOf(FederationError);
    expect([error.code, error.details, error.cause]).to.deep.equal(['remote-unknown', details, 'it']);
    expect(error.message).to.include('"carts"').and.include('#remote-unknown');
  });

  it('makes the same where thorough code does not come', async () => {
    const never = (): Promise<never> => new Promise(() => {});
    const error = await createExplain(never)('remote-unknown', details);
    const { message } = await createExplain(missing)('remote-unknown', details);
    expect(error.message).to.equal(message);
  });
});
