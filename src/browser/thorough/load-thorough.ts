import { pause } from '../pause.js';
import { scriptUnreachable } from '../script-unreachable.js';
import { settleWithin } from '../settle-within.js';
import type { Thorough } from './hand-over.js';
import { importThorough, type ScriptOptions, thoroughAddress } from './import-thorough.js';

/**
 * Gives what the page needs where something is not plain.
 *
 * It is a file of its own, which is fetched when it is first asked for, and once; if that fails, again for the next who
 * asks.
 *
 * @throws {@link FederationError} `script-unreachable`
 */
export type LoadThorough = () => Promise<Thorough>;

/** How it is fetched. */
export interface ThoroughOptions extends ScriptOptions {
  /** Milliseconds for each attempt. */
  readonly timeout: number;
  /** Further attempts. */
  readonly retry: number;
}

/** Makes the one function of a page that loads the thorough code. */
export function createThoroughLoader(options: ThoroughOptions): LoadThorough {
  let loading: Promise<Thorough> | undefined;
  return () => {
    loading ??= load(options).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function load({ timeout, retry, ...page }: ThoroughOptions): Promise<Thorough> {
  for (let attempt = 0; ; attempt++) {
    const deadline = AbortSignal.timeout(timeout);
    try {
      return await settleWithin(importThorough(page), deadline);
    } catch (cause) {
      if (attempt < retry && !deadline.aborted) await pause(attempt);
      else throw scriptUnreachable(thoroughAddress, cause);
    }
  }
}
