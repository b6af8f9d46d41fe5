import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CodedError } from './coded-error.js';

class KilnError extends CodedError<{ 'too-hot': { readonly degrees: number } }, 'too-hot'> {
  constructor(degrees: number, options?: ErrorOptions) {
    super('too-hot', { degrees }, `The kiln is at ${degrees}. Open it.`, options);
  }
}

it('says what it is told to say, and points to its heading', () => {
  const error = new KilnError(1300, { cause: 'fire' });
  assert.equal(error.message, 'The kiln is at 1300. Open it. See federation-elements/docs/errors.md#too-hot');
  assert.deepEqual([error.code, error.details, error.cause], ['too-hot', { degrees: 1300 }, 'fire']);
});
