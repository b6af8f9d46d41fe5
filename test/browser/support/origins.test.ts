import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from './origins.js';

const file = '/test/browser/fixtures/plain/module.js';

async function statusOf(path: string): Promise<number | string> {
  try {
    const response = await fetch(origins.second + path, { signal: AbortSignal.timeout(2000) });
    await response.text();
    return response.status;
  } catch {
    return 'refused';
  }
}

describe('the further origins', () => {
  const faults: readonly (readonly [string, number | string])[] = [
    ['', 200],
    ['/__fault/404', 404],
    ['/__fault/500', 500],
    ['/__fault/html', 200],
    ['/__fault/slow,ms=20', 200],
    ['/__fault/truncated', 'refused'],
    ['/__fault/nocors', 'refused'],
    ['/__fault/redirect', 200],
    ['/__fault/nonsense', 400],
  ];
  for (const [fault, expected] of faults) {
    it(`answer "${fault}" in front of a file with ${expected}`, async () => {
      expect(await statusOf(fault + file)).to.equal(expected);
    });
  }

  it('fail as often as a flaky file is told to, then send it', async () => {
    const flaky = `/__fault/flaky,fail=2,id=${crypto.randomUUID()}${file}`;
    expect([await statusOf(flaky), await statusOf(flaky), await statusOf(flaky)]).to.deep.equal([503, 503, 200]);
  });

  it('send a module that a test made up', async () => {
    const module = await import(echoAddress(origins.second, 'made-up.js', 'export const text = "a, b / c";'));
    expect(module.text).to.equal('a, b / c');
  });

  it('remember what they were asked for', async () => {
    const mark = crypto.randomUUID();
    await statusOf(`${file}?${mark}`);
    expect((await requestsTo(origins.second, mark)).map(({ url }) => url)).to.deep.equal([`${file}?${mark}`]);
  });

  it('are not there where nothing listens', async () => {
    const error = await fetch(origins.dead).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });
});
