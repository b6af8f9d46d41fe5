import { FederationError } from '../core/errors.js';
import type { ModuleNamespace } from './federation-api.js';
import { looksUnreachable } from './looks-unreachable.js';
import { pause } from './pause.js';
import { probe } from './probe.js';

/** A module to import, and all that importing it may need. */
export interface ModuleRequest {
  readonly remote: string;
  /** Its key, as in `./Cart`. */
  readonly module: string;
  readonly url: string;
  /** URLs of all its files, its own first, as far as they are known. */
  readonly files: readonly string[];
  /** Milliseconds until a probe counts as failed. */
  readonly timeout: number;
  /** How often to wait for a broken file to be mended. */
  readonly retry: number;
}

/** One way to import a module. */
export type ImportUrl = (url: string) => Promise<ModuleNamespace>;

/**
 * Imports a module by one way after the other, for a browser may remember a failure for the life of the page.
 *
 * Only a module whose files did not arrive is tried again, and only after fetching them has shown that they are there
 * now (which also repairs what WebKit and a cache remember). A module that is broken never runs twice.
 *
 * @param ways - The first is the way; the further ones go around the memory of browsers.
 * @param hashes - URL → hash, for probing.
 * @throws {@link FederationError} `module-failed`, if it or one of its files is broken; `module-unreachable`.
 */
export async function importModule(
  { remote, module, url, files, timeout, retry }: ModuleRequest,
  ways: readonly ImportUrl[],
  hashes: Readonly<Record<string, string>>,
): Promise<ModuleNamespace> {
  let reason = '';
  let cause: unknown;
  for (const importUrl of ways) {
    try {
      const namespace = await importUrl(url);
      // WebKit gives the exports of a module that threw before; touching them throws, as they were never made.
      Object.values(namespace);
      return namespace;
    } catch (error) {
      // es-module-shims cannot be loaded: then what failed before is the failure.
      if (cause && error instanceof FederationError) break;
      cause = error;
      reason = error instanceof Error ? error.message : String(error);
    }
    if (!looksUnreachable(cause))
      throw new FederationError('module-failed', { remote, module, url, reason }, { cause });
    const broken = await findBroken(files, hashes, timeout, retry);
    reason = broken ?? reason;
    if (broken || !retry) break;
  }
  throw new FederationError('module-unreachable', { remote, module, url, reason }, { cause });
}

/** Why a file is broken; waits, as often as may be, for that to pass. */
async function findBroken(
  files: readonly string[],
  hashes: Readonly<Record<string, string>>,
  timeout: number,
  retry: number,
): Promise<string | undefined> {
  for (let waits = 0; ; waits++) {
    const broken = await probe(files, hashes, timeout);
    if (!broken || waits >= retry) return broken;
    await pause(waits);
  }
}
