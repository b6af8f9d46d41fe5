import fc from 'fast-check';
import type { RemoteEntry } from '../../../src/core/remote-entry.js';
import { createPick } from './create-pick.js';
import { createPortfolio, type PortfolioOptions } from './portfolio.js';

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
