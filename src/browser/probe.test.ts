import { expect } from '@esm-bundle/chai';
import { origins } from '../../test/browser/support/origins.js';
import { probe } from './probe.js';

const file = '/test/browser/fixtures/plain/module.js';
const good = origins.second + file;
const fault = (kind: string): string => `${origins.second}/__fault/${kind}${file}`;
const wrongHash = `sha256-${btoa('x'.repeat(32))}`;

describe('probe', () => {
  it('finds nothing where all files are well', async () => {
    expect(await probe([good, fault('slow,ms=1')], {}, 5000)).to.equal(undefined);
    expect(await probe([], {}, 5000)).to.equal(undefined);
  });

  const broken: readonly (readonly [what: string, url: string, found: RegExp, hashes?: Record<string, string>])[] = [
    ['is not there', fault('404'), /HTTP 404$/],
    ['is a start page', fault('html'), /text\/html/],
    ['breaks off', fault('truncated'), /./],
    ['may not be read from here', fault('nocors'), /./],
    ['has another hash', good, /./, { [good]: wrongHash }],
  ];
  for (const [what, url, found, hashes = {}] of broken) {
    it(`names the file that ${what}`, async () => {
      const reason = await probe([good, url], hashes, 5000);
      expect(reason).to.match(found);
      expect(reason).to.contain(url);
    });
  }

  it('gives up on a file that does not come', async () => {
    expect(await probe([fault('hang')], {}, 50)).to.contain('hang');
  });
});
