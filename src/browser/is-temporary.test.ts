import { expect } from '@esm-bundle/chai';
import { explain } from '../core/explain.js';
import { isTemporary } from './is-temporary.js';

const reasons: readonly (readonly [reason: string, isTemporary: boolean])[] = [
  ['Failed to fetch', true],
  ['HTTP 500', true],
  ['HTTP 503', true],
  ['HTTP 429', true],
  ['HTTP 408', true],
  ['HTTP 404', false],
  ['HTTP 403', false],
  ['HTTP 410', false],
];

describe('isTemporary', () => {
  for (const [reason, expected] of reasons) {
    it(`says ${expected} of "${reason}"`, () => {
      expect(isTemporary(explain('manifest-unreachable', { url: 'https://a/', reason }))).to.equal(expected);
    });
  }

  it('says false of a timeout, and of what is none of our errors', () => {
    expect(isTemporary(explain('manifest-timeout', { url: 'https://a/', timeout: 1 }))).to.equal(false);
    expect(isTemporary(new TypeError('Failed to fetch'))).to.equal(false);
  });
});
