import { fetchAgain } from '../../../src/browser/fetch-again.js';
import { type FetchedJson, fetchJson as fetchPlainly, type JsonRequest } from '../../../src/browser/fetch-json.js';
import type { Thorough } from '../../../src/browser/thorough/hand-over.js';
import { origins } from './origins.js';

/** The path of a document that is there. */
export const entry = '/test/browser/fixtures/runtime/alpha/remoteEntry.json';

/** The address of that, on another origin, with a fault on the way. */
export function fault(kind: string): string {
  return `${origins.second}/__fault/${kind}${entry}`;
}

/** A request that is tried once, and may be answered from anywhere. */
export function request(url: string, others: Partial<JsonRequest> = {}): JsonRequest {
  return { url, timeout: 5000, retry: 0, init: {}, checkOrigin: async () => {}, ...others };
}

/** Fetches a document as a page does whose thorough script is there. */
export function fetchJson(asked: JsonRequest): Promise<FetchedJson> {
  return fetchPlainly(asked, async () => ({ fetchAgain }) as Thorough);
}
