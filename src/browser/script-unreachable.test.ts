import { expect } from '@esm-bundle/chai';
import { scriptUnreachable } from './script-unreachable.js';

describe('scriptUnreachable', () => {
  it('tells which script, why, and the cause', () => {
    const cause = new TypeError('no network');
    const error = scriptUnreachable('/federation-thorough.js', cause);
    expect([error.code, error.details, error.cause]).to.deep.equal([
      'script-unreachable',
      { url: '/federation-thorough.js', reason: 'no network' },
      cause,
    ]);
    expect(error.message).to.include('/federation-thorough.js').and.include('no network');
  });
});
