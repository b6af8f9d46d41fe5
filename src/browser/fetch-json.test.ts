import { expect } from '@esm-bundle/chai';
import { entry, fault, fetchJson, request } from '../../test/browser/support/json-requests.js';
import { echoAddress, origins, requestsTo } from '../../test/browser/support/origins.js';
import { failureOf } from '../../test/browser/support/remotes.js';
import { fetchJson as fetchPlainly } from './fetch-json.js';

describe('fetchJson', () => {
  it('gives the document, and where it came from in the end', async () => {
    const { json, url } = await fetchJson(request(fault('redirect')));
    expect(json).to.have.property('name', 'alpha');
    expect(url).to.equal(origins.second + entry);
  });

  it('reads a document with a byte order mark', async () => {
    const { json } = await fetchJson(request(echoAddress(origins.second, 'm.json', '\uFEFF{"a":1}')));
    expect(json).to.deep.equal({ a: 1 });
  });

  it('reads characters that arrive in pieces', async () => {
    const { json } = await fetchJson(request(fault('bytes')));
    expect(json).to.deep.equal({ name: 'Möbel 🛋' });
  });

  const faults: readonly (readonly [url: string, fault: string, reason?: string])[] = [
    [fault('204'), 'malformed'],
    [fault('404'), 'unreachable', 'HTTP 404'],
    [fault('500'), 'unreachable', 'HTTP 500'],
    [fault('nocors'), 'unreachable'],
    [fault('truncated'), 'unreachable'],
    [origins.dead + entry, 'unreachable'],
    [fault('html'), 'html'],
    [fault('malformed'), 'malformed'],
    [fault('huge,mb=20'), 'malformed', 'it is larger than 16777216 bytes'],
    [echoAddress(origins.second, 'm.json', ''), 'malformed'],
    [echoAddress(origins.second, 'm.json', '{} {}'), 'malformed'],
    [fault('hang'), 'timeout'],
  ];
  for (const [url, code, reason] of faults) {
    const timeout = code === 'timeout' ? 50 : 5000;
    const kind = url.replace(origins.second, '').slice(0, 40);
    it(`calls ${kind} a manifest-${code}, of a remote a remote-entry-${code}`, async () => {
      const ofManifest = await failureOf(fetchJson(request(url, { timeout })));
      const ofRemote = await failureOf(fetchJson(request(url, { timeout, remote: 'cart' })));
      expect(ofManifest.code).to.equal(`manifest-${code}`);
      expect(ofRemote.code).to.equal(`remote-entry-${code}`);
      expect(ofRemote.details).to.include({ remote: 'cart', url });
      if (reason) expect(ofRemote.details).to.have.property('reason', reason);
    });
  }

  it('stops fetching a document that is too large', async () => {
    const mark = crypto.randomUUID();
    await failureOf(fetchJson(request(`${fault('huge,mb=500')}?${mark}`)));
    let [logged] = await requestsTo(origins.second, mark);
    // The server hears of it a moment after the page has given up.
    while (!logged?.aborted) [logged] = await requestsTo(origins.second, mark);
    expect(logged.aborted).to.equal(true);
  });

  it('does not read an answer from where none may come', async () => {
    const checked: string[] = [];
    const checkOrigin = async (url: string): Promise<void> => {
      checked.push(url);
      throw new RangeError('no');
    };
    await failureOf(fetchJson(request(fault('redirect'), { checkOrigin })));
    expect(checked).to.deep.equal([origins.second + entry]);
  });

  it('refuses a document whose bytes have another hash', async () => {
    const integrity = `sha256-${btoa('x'.repeat(32))}`;
    const failure = await failureOf(fetchJson(request(fault('slow,ms=1'), { init: { integrity } })));
    expect(failure.code).to.equal('manifest-unreachable');
  });

  it('says what the browser says where thorough code cannot be had', async () => {
    const missing = (): Promise<never> => Promise.reject(new Error('no'));
    const [ofManifest, ofRemote] = [request(fault('404')), request(fault('404'), { remote: 'cart' })];
    const failures = [failureOf(fetchPlainly(ofManifest, missing)), failureOf(fetchPlainly(ofRemote, missing))];
    const codes = (await Promise.all(failures)).map(({ code, details }) => [code, details]);
    expect(codes).to.deep.equal([
      ['manifest-unreachable', { url: ofManifest.url, reason: 'HTTP 404' }],
      ['remote-entry-unreachable', { remote: 'cart', url: ofRemote.url, reason: 'HTTP 404' }],
    ]);
  });
});
