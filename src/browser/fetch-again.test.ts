import { expect } from '@esm-bundle/chai';
import { entry, fault, fetchJson, request } from '../../test/browser/support/json-requests.js';
import { origins, requestsTo } from '../../test/browser/support/origins.js';
import { failureOf } from '../../test/browser/support/remotes.js';

const flaky = (fail: number): string => fault(`flaky,fail=${fail},id=${crypto.randomUUID()}`);

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

  it('names the hash that the document does not have', async () => {
    const integrity = `sha384-${'A'.repeat(64)}`;
    const asked = request(`${origins.second}${entry}`, { init: { integrity } });
    expect((await failureOf(fetchJson(asked))).details).to.have.property('integrity', integrity);
  });

  it('does not fetch again what is not there', async () => {
    const mark = crypto.randomUUID();
    await failureOf(fetchJson(request(`${fault('404')}?${mark}`, { retry: 2 })));
    expect(await requestsTo(origins.second, mark)).to.have.length(1);
  });
});
