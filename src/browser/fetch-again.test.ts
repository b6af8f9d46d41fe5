import { expect } from '@esm-bundle/chai';
import { origins, requestsTo } from '../../test/browser/support/origins.js';
import type { FederationError } from '../core/errors.js';
import { fetchAgain } from './fetch-again.js';
import { type FetchedJson, fetchJson as fetchPlainly, type JsonRequest } from './fetch-json.js';
import type { Thorough } from './thorough/hand-over.js';

const entry = '/test/browser/fixtures/runtime/alpha/remoteEntry.json';
const fault = (kind: string): string => `${origins.second}/__fault/${kind}${entry}`;

const flaky = (fail: number): string => fault(`flaky,fail=${fail},id=${crypto.randomUUID()}`);

const request = (url: string, others: Partial<JsonRequest> = {}): JsonRequest => ({
  url,
  timeout: 5000,
  retry: 0,
  init: {},
  checkOrigin: async () => {},
  ...others,
});

const fetchJson = (asked: JsonRequest): Promise<FetchedJson> =>
  fetchPlainly(asked, async () => ({ fetchAgain }) as Thorough);

async function failureOf(fetching: Promise<unknown>): Promise<FederationError> {
  return fetching.then(
    () => expect.fail('It was fetched.'),
    (error) => error,
  );
}

describe('fetchAgain', () => {
  it('ends with the reason of the signal, also between two attempts', async () => {
    for (const [kind, retry] of [
      ['hang', 0],
      ['500', 9],
    ] as const) {
      const mark = crypto.randomUUID();
      const controller = new AbortController();
      const fetching = fetchJson(request(`${fault(kind)}?${mark}`, { retry, signal: controller.signal })).catch(
        (reason) => reason,
      );
      while ((await requestsTo(origins.second, mark)).length === 0);
      controller.abort('enough');
      expect(await fetching).to.equal('enough');
      expect(await requestsTo(origins.second, mark)).to.have.length(1);
    }
  });

  it('fetches again after a failure that may pass, as often as is said', async () => {
    const { json } = await fetchJson(request(flaky(1), { retry: 1 }));
    expect(json).to.have.property('name', 'alpha');
    expect(await failureOf(fetchJson(request(flaky(2), { retry: 1 })))).to.have.property(
      'code',
      'manifest-unreachable',
    );
  });

  it('does not fetch again what is not there', async () => {
    const mark = crypto.randomUUID();
    await failureOf(fetchJson(request(`${fault('404')}?${mark}`, { retry: 2 })));
    expect(await requestsTo(origins.second, mark)).to.have.length(1);
  });
});
