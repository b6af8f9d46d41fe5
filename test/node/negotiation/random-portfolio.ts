import fc from 'fast-check';
import type { RemoteEntry } from '../../../src/core/remote-entry.js';
import { createPortfolio, type Pick, type PortfolioOptions } from './portfolio.js';

/** Remotes, one of which may be the host. */
export interface Portfolio {
  readonly entries: readonly RemoteEntry[];
  readonly host: RemoteEntry | undefined;
  /** What a failing test prints, so that the case can be had again. */
  toString(): string;
}

/** Random portfolios: each is made from one number, which a failing test prints. */
export function randomPortfolio(options: PortfolioOptions): fc.Arbitrary<Portfolio> {
  return fc.noShrink(fc.integer()).map((seed) => {
    const pick = createPick(seed);
    const entries = createPortfolio(pick, options);
    return { entries, host: pick(2) === 0 ? entries[pick(entries.length)] : undefined, toString: () => `seed ${seed}` };
  });
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
function createPick(seed: number): Pick {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}
