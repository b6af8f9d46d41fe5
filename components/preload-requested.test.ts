import { expect } from '@esm-bundle/chai';
import './define.js';
import { origins, requestsTo } from '../test/browser/support/origins.js';
import { isSingleMap } from '../test/browser/support/remotes.js';
import { createRemote, insertHost, tagsEntry } from '../test/browser/support/tags.js';
import { until } from '../test/browser/support/until.js';
import { preloadRequested } from './preload-requested.js';

const onlyEntry = '{"name":"one","exposes":[{"key":"./Only","outFileName":"only.js"}],"shared":[]}';

describe('preloadRequested', () => {
  before(() => insertHost().ready);

  /** The names of the files that were asked for, for a remote of this tag alone. */
  async function filesFor(attributes: Record<string, string>): Promise<(string | undefined)[]> {
    const mark = crypto.randomUUID();
    const src = tagsEntry(`slow,ms=1,mark=${mark}`);
    await preloadRequested(createRemote({ src, ...attributes }));
    const requested = await requestsTo(origins.second, mark);
    return requested.map(({ url }) => url.split('/').at(-1));
  }

  const rows: readonly (readonly [attributes: Record<string, string>, files: readonly string[]])[] = [
    [{}, ['remoteEntry.json']],
    [{ preload: 'metadata' }, ['remoteEntry.json']],
    [{ preload: 'none' }, []],
    [{ src: '' }, []],
  ];
  for (const [attributes, files] of rows) {
    it(`fetches ${files.join() || 'nothing'} with ${JSON.stringify(attributes)}`, async () => {
      expect(await filesFor(attributes)).to.deep.equal(files);
    });
  }

  // The page of the test runner has loaded modules: here Firefox leaves remotes to es-module-shims, which preloads nothing.
  if (!isSingleMap) {
    const modules: readonly (readonly [what: string, module: object, fault: string, file: string])[] = [
      ['the module', { module: './Plain' }, 'slow,ms=1', 'plain.js'],
      ['the only module', {}, `echo,body=${encodeURIComponent(onlyEntry)}`, 'only.js'],
    ];
    for (const [what, module, fault, file] of modules) {
      it(`fetches ${what} with preload="module"`, async () => {
        const mark = crypto.randomUUID();
        const src = tagsEntry(`${fault},mark=${mark}`);
        await preloadRequested(createRemote({ src, preload: 'module', ...module }));
        await until(async () => (await requestsTo(origins.second, mark)).length, 2);
        const requested = await requestsTo(origins.second, mark);
        expect(requested.map(({ url }) => url.split('/').at(-1))).to.deep.equal(['remoteEntry.json', file]);
      });
    }
  }

  it('says nothing of what goes wrong', async () => {
    await preloadRequested(createRemote({ src: `${origins.dead}/remoteEntry.json` }));
    await preloadRequested(createRemote({ remote: 'tags', module: './Nowhere', preload: 'module' }));
  });
});
