import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainly, unusual } from './plainly.js';

describe('plainly', () => {
  it('gives what is made', () => {
    assert.equal(
      plainly(() => 1),
      1,
    );
  });

  it('gives nothing of what is not plain, whatever went wrong', () => {
    assert.equal(plainly(unusual), undefined);
    assert.equal(
      plainly(() => new URL('not a URL')),
      undefined,
    );
  });
});
