import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CodedError } from './coded-error.js';
import { FederationError } from './errors.js';

describe('FederationError', () => {
  const cause = new TypeError('the network is down');
  const details = { remote: 'cart', url: 'https://cart.example/remoteEntry.json', reason: 'HTTP 404' };
  const error = new FederationError('remote-entry-unreachable', details, 'It is not there. Put it there.', { cause });

  it('carries its code, its facts and its cause', () => {
    assert.equal(error.code, 'remote-entry-unreachable');
    assert.deepEqual(error.details, details);
    assert.equal(error.cause, cause);
  });

  it('says what it is told to say, and where to read on', () => {
    assert.match(error.message, /^It is not there/);
    assert.match(error.message, /docs\/errors\.md#remote-entry-unreachable$/);
  });

  it('is printed by its own name, and is a coded error like those of the build', () => {
    assert.match(String(error), /^FederationError: /);
    assert.ok(error instanceof CodedError && error instanceof Error);
  });
});
