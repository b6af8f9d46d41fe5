import { expect } from '@esm-bundle/chai';
import type { LoadState } from './load-state.js';
import { stateNames } from './state-names.js';

const attempt = new AbortController();
const error = new Error('none');

const rows: readonly (readonly [state: LoadState, names: readonly string[]])[] = [
  [{ status: 'unloaded' }, []],
  [{ status: 'unloaded', isAway: true }, ['away']],
  [{ status: 'loading', attempt, isRetry: false, isSlow: false }, ['loading']],
  [{ status: 'loading', attempt, isRetry: true, isSlow: false }, ['loading', 'retrying']],
  [{ status: 'loading', attempt, isRetry: true, isSlow: true }, ['loading', 'retrying', 'slow']],
  [{ status: 'error', error, isHandled: true, isOffline: false }, ['error']],
  [{ status: 'error', error, isHandled: false, isOffline: true }, ['error', 'offline']],
];

describe('stateNames', () => {
  for (const [state, names] of rows) {
    it(`gives ${names.join(' and ') || 'nothing before a load'}`, () => {
      expect(stateNames(state)).to.deep.equal(names);
    });
  }
});
