import { expect } from '@esm-bundle/chai';
import { until } from './support/until.js';
import { createRemoteFiles, Workshop } from './support/workshop.js';

/** Scripts of pages that use Native Federation's runtimes; each notes how often it began, and that it follows. */
const runtimes = {
  orchestrator: `
    import { initFederation } from '@softarc/native-federation-orchestrator';
    import { useShimImportMap } from '@softarc/native-federation-orchestrator/options';
    await initFederation(MANIFEST, { logLevel: 'error', sse: true, ...useShimImportMap({ shimMode: true }) });`,
  'older runtime': `
    import { initFederation } from '@softarc/native-federation-runtime';
    await initFederation(MANIFEST, { deployUrl: '/test/fixtures/native-federation/hosts/' });`,
};

/** A script that notes on the window that a server's messages are heard from now on: what came before is missed. */
const noteListening = `
  window.EventSource = class extends EventSource {
    constructor(...parameters) {
      super(...parameters);
      this.addEventListener('open', () => (window.isListening = true));
    }
  };`;

/** Resolves when the server has sent a message of this type. */
function hear(endpoint: string, type: string): Promise<void> {
  const source = new EventSource(endpoint);
  return new Promise((resolve) => {
    source.onmessage = ({ data }) => {
      if (JSON.parse(data).type !== type) return;
      source.close();
      resolve();
    };
  });
}

describe('the development server, to a page with Native Federation’s', () => {
  let workshop: Workshop;
  afterEach(() => workshop.close());

  for (const [name, script] of Object.entries(runtimes)) {
    it(`${name}, says when there is a new build, which reloads the page, and does so once`, async () => {
      const ready = 'window.mark = "ready"; sessionStorage.begins = Number(sessionStorage.begins ?? 0) + 1;';
      sessionStorage.removeItem('begins');
      workshop = await Workshop.open(
        createRemoteFiles('cart', 'export const number = 1;'),
        (manifest) => `<script>${noteListening}</script>
          <script type="module">${script.replace('MANIFEST', JSON.stringify(manifest))} ${ready}</script>`,
      );
      await until(() => workshop.window.mark, 'ready');
      await until(() => workshop.window.isListening, true);
      await workshop.write('cart/src/main.js', 'export const number = 2;');
      await until(() => sessionStorage.begins, '2');
      const { origin } = new URL(workshop.manifest.cart ?? '');
      const failed = hear(`${origin}/federation/events`, 'federation-rebuild-error');
      await workshop.write('cart/src/main.js', 'export const number = ;');
      await failed;
      await until(() => workshop.window.mark, 'ready');
      expect(sessionStorage.begins).to.equal('2');
      sessionStorage.removeItem('begins');
    });
  }
});
