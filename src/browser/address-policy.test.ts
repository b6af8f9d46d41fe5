import { expect } from '@esm-bundle/chai';
import { FederationError } from '../core/errors.js';
import { explain } from '../core/explain.js';
import { type AdmitAddress, createAddressPolicy } from './address-policy.js';
import type { Explain } from './create-explain.js';

const explainAtOnce: Explain = async (...error) => explain(...error);
const createPolicy = (allow?: readonly string[]): AdmitAddress => createAddressPolicy(allow, explainAtOnce);
const base = 'https://shop.example/a/b.html';

/** What becomes of an address: the URL, or why it is refused. */
async function judge(admit: AdmitAddress, address: string): Promise<string> {
  try {
    return await admit(address, base);
  } catch (error) {
    if (!(error instanceof FederationError)) throw error;
    return (error as FederationError<'address-refused'>).details.refusal;
  }
}

const cases: readonly (readonly [address: string, open: string, closed?: string])[] = [
  ['manifest.json', 'https://shop.example/a/manifest.json'],
  ['../manifest.json', 'https://shop.example/manifest.json'],
  ['  manifest.json\n', 'https://shop.example/a/manifest.json'],
  ['https:evil.test/m.json', 'https://shop.example/a/evil.test/m.json'],
  ['//evil.test/m.json', 'https://evil.test/m.json', 'origin'],
  ['/\\evil.test/m.json', 'https://evil.test/m.json', 'origin'],
  ['\\\\evil.test\\m.json', 'https://evil.test/m.json', 'origin'],
  ['https://cdn.example/m.json', 'https://cdn.example/m.json', 'https://cdn.example/m.json'],
  ['https://cdn.example:444/m.json', 'https://cdn.example:444/m.json', 'origin'],
  ['https://good@evil.test/m.json', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['\tjava\nscript:alert(1)', 'scheme'],
  ['data:application/json,{}', 'scheme'],
  ['blob:https://shop.example/1', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['C:\\x', 'scheme'],
  ['https://', 'malformed'],
  ['https://a:b/', 'malformed'],
];

describe('an address policy', () => {
  for (const [address, open, closed = open] of cases) {
    it(`makes ${JSON.stringify(address)} ${open} where every origin may be named`, async () => {
      expect(await judge(createPolicy(), address)).to.equal(open);
    });
    it(`makes ${JSON.stringify(address)} ${closed} where two origins are allowed`, async () => {
      const admit = createPolicy(['https://shop.example/', 'https://cdn.example']);
      expect(await judge(admit, address)).to.equal(closed);
    });
  }

  it('always allows the page itself', async () => {
    expect(await judge(createPolicy([]), `${location.origin}/m.json`)).to.equal(`${location.origin}/m.json`);
  });

  it('lets an answer come from where the page has named an address, and from nowhere else', async () => {
    const admit = createPolicy();
    await admit('https://cdn.example/m.json', base);
    expect(await admit('https://cdn.example/other.json')).to.equal('https://cdn.example/other.json');
    expect(await admit('https://evil.test/m.json').catch((error) => error)).to.be.instanceOf(FederationError);
  });
});
