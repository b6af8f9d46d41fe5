import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
// @ts-expect-error: a script without types
import { bundleWithLazyFiles } from '../../scripts/lazy-files.mjs';
// @ts-expect-error: a script without types, which the browser tests use too.
import { chromiumArguments, findChromium } from '../support/engines/chromium.mjs';

const manifest = JSON.stringify({ good: '/good/remoteEntry.json', gone: '/gone/remoteEntry.json' });
const html = `<!doctype html><html lang="en"><title>Shop</title><script src="/federation.js"></script>
<federation-host retry="0"><script type="federation-manifest">${manifest}</script></federation-host>
<federation-remote remote="good" aria-label="Cart"><p>placeholder</p></federation-remote>
<federation-remote remote="gone" aria-label="Delivery" onerror="console.error = () => {}"><p>placeholder</p></federation-remote>`;
const entry = JSON.stringify({ name: 'good', exposes: [{ key: './App', outFileName: 'app.js' }] });

/** What assistive technology is told of one node. */
interface Told {
  readonly role: string;
  readonly name: string;
  readonly isBusy: boolean;
}

/** The accessibility tree as Chromium hands it to assistive technology: not what the page says, but what became of it. */
describe('the accessibility tree of a page with remotes', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  /** The entry of the good remote, which waits until a test sends it. */
  let pending: ServerResponse[] = [];

  before(async () => {
    const scripts = await bundle();
    server = createServer(({ url = '/' }, response) => {
      const send = (type: string, body: string | undefined): void => {
        response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
        response.end(body);
      };
      if (url === '/') send('text/html', html);
      else if (url === '/good/remoteEntry.json') pending.push(response);
      else if (url === '/good/app.js')
        send('text/javascript', 'export const mount = (target) => { target.textContent = "app"; };');
      else send('text/javascript', scripts.get(url.slice(1)));
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    browser = await puppeteer.launch({ executablePath: findChromium(), args: chromiumArguments });
    page = await browser.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  });
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  async function tree(): Promise<readonly Told[]> {
    const session = await page.createCDPSession();
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, properties = [] }) => ({
        role: String(role?.value),
        name: String(name?.value ?? ''),
        isBusy: properties.some((property) => property.name === 'busy' && Boolean(property.value.value)),
      }));
  }

  const regions = async (): Promise<readonly (readonly [string, boolean])[]> =>
    (await tree()).filter(({ role }) => role === 'region').map(({ name, isBusy }) => [name, isBusy] as const);

  /** Waits until each tag is in one of these states. */
  const settle = (...states: readonly string[]): Promise<unknown> =>
    page.waitForFunction(
      `[...document.querySelectorAll('federation-remote')].map((tag) => tag.status).join() === '${states.join()}'`,
    );

  it('has busy regions while remotes load, an alert for one that failed, and none that stays busy', async () => {
    await settle('loading', 'error');
    assert.deepEqual(await regions(), [
      ['Cart', true],
      ['Delivery', false],
    ]);
    const alerts = (await tree()).filter(({ role }) => role === 'alert');
    assert.equal(alerts.length, 1);
    assert.ok((await tree()).some(({ role, name }) => role === 'button' && name === 'Try again'));

    for (const response of pending.splice(0))
      response.writeHead(200, { 'content-type': 'application/json' }).end(entry);
    await settle('loaded', 'error');
    assert.deepEqual(await regions(), [
      ['Cart', false],
      ['Delivery', false],
    ]);
    const names = (await tree()).map(({ name }) => name);
    assert.deepEqual([names.includes('app'), names.includes('placeholder')], [true, false]);
  });

  it('is never without a focus while the button of the error is pressed, in vain', async () => {
    await page.keyboard.press('Tab');
    const focused = (): Promise<unknown> =>
      page.evaluate(
        'document.activeElement?.shadowRoot?.activeElement?.textContent ?? document.activeElement?.localName',
      );
    assert.equal(await focused(), 'Try again');
    await page.keyboard.press('Enter');
    await settle('loaded', 'error');
    assert.equal(await focused(), 'Try again');
    pending = [];
  });
});

/** The text of each file, by its name. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const entries = [
    { entryPoints: ['components/bundle.ts'], outfile: 'out/federation.js', format: 'iife', globalName: 'federation' },
  ];
  const options = { absWorkingDir: fileURLToPath(new URL('../../', import.meta.url)), target: 'es2022' };
  const files: { path: string; text: string }[] = await bundleWithLazyFiles(entries, options);
  return new Map(files.map(({ path, text }) => [basename(path), text]));
}
