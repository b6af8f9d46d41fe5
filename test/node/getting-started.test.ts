import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
// @ts-expect-error: a script without types
import { serveFolder } from '../../demo/serve/serve-folder.mjs';
// @ts-expect-error: a script without types, which the browser tests use too.
import { chromiumArguments, findChromium } from '../support/engines/chromium.mjs';
import { createProject } from './support/create-project.js';
import { runCli } from './support/run-cli.js';
import { RunningCli } from './support/start-cli.js';

const repository = new URL('../../', import.meta.url);
const guide = readFileSync(new URL('docs/getting-started.md', repository), 'utf8');

/** Text by path, as the guide gives them: the name of a file, then the file. */
const files = Object.fromEntries(
  Array.from(guide.matchAll(/^`([\w./]+)`\n\n```\w+\n(.*?)^```$/gms), ([, path, text]) => [path, text]),
);
/** The lines that one types. */
const commands = Array.from(guide.matchAll(/^```sh\n(.*?)^```$/gms), ([, text = '']) => text.trim().split('\n')).flat();

/** The parameters of a command of ours. */
const parametersOf = (command: string): string[] => {
  const line = commands.find((each) => each.startsWith(`npx federation ${command} `));
  return line?.split(' ').slice(2) ?? [];
};

const { 'site/federation.manifest.json': manifest, ...written } = files;
const project = await createProject({ files: written });

describe('who follows the guide', () => {
  let browser: Browser;
  let page: Page;

  before(async () => {
    await mkdir(`${project.root}/node_modules`);
    await symlink(fileURLToPath(repository), `${project.root}/node_modules/federation-elements`, 'dir');
    browser = await puppeteer.launch({ executablePath: findChromium(), args: chromiumArguments });
    page = await browser.newPage();
  });
  after(() => browser.close());

  /** The text of the page, as soon as it has the words. */
  const see = (words: string): Promise<unknown> =>
    page.waitForSelector(`::-p-text(${words})`, { visible: true, timeout: 15_000 });

  async function pay(): Promise<string> {
    const said = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.message());
        void dialog.accept();
      });
    });
    await page.click('federation-remote button');
    return said;
  }

  it('writes a remote and a page, sees it, changes it, and sees what is wrong', async (test) => {
    const cli = new RunningCli([...parametersOf('dev'), '--port', '0'], project.root);
    test.after(() => cli.stop());
    const [, address = ''] = await cli.until(/shop {2}(http:\/\/localhost:\d+\/)/);
    await page.goto(address);
    await see('Two mugs, to be paid in EUR.');
    assert.equal(await pay(), 'Thank you!');

    await project.write({ 'cart/src/cart.js': files['cart/src/cart.js']?.replace('Two mugs', 'Three mugs') });
    await see('Three mugs, to be paid in EUR.');

    await project.write({ 'shop/index.html': files['shop/index.html']?.replace('./Cart', './Kart') });
    await see('could not be loaded');
    await page.click('federation-remote >>> summary');
    await see('Did you mean "./Cart"?');
    await project.write({ 'shop/index.html': files['shop/index.html'] });
    await see('Three mugs, to be paid in EUR.');
  });

  it('makes a folder that any server can serve', async () => {
    const { code, stderr } = await runCli(parametersOf('build'), project.root);
    assert.deepEqual([code, stderr], [0, '']);
    execFileSync('/bin/sh', ['-c', commands.find((line) => line.startsWith('cp ')) ?? ''], { cwd: project.root });
    await project.write({ 'site/federation.manifest.json': manifest });
    const server: { origin: string; close(): Promise<void> } = await serveFolder(`${project.root}/site`);
    await page.goto(`${server.origin}/index.html`);
    await see('Three mugs, to be paid in EUR.');
    assert.equal(await pay(), 'Thank you!');
    await server.close();
  });
});
