import { expect } from '@esm-bundle/chai';
import type { FederationRemote } from '../../components/federation-remote.js';
import { origins } from './support/origins.js';
import type { Witness } from './support/shell.js';
import { until } from './support/until.js';

/** Below which path the further origins have what test/support/native-federation has built. */
const fixtures = '/node_modules/.cache/federation-tests/native-federation';

/** The entry of the same remote as each builder builds it, each from an origin of its own; the key is what it calls itself. */
const entries = {
  ours: `${origins.second}${fixtures}/ours/remoteEntry.json`,
  official: `${origins.third}${fixtures}/official/remoteEntry.json`,
  dense: `${origins.fourth}${fixtures}/dense/remoteEntry.json`,
};

type LoadRemoteModule = (remote: string, module: string) => Promise<{ readonly Greeting: CustomElementConstructor }>;

type FrameWindow = Window &
  typeof globalThis & {
    readonly witness: Witness;
    /** One version for each lit that runs. */
    readonly litElementVersions: readonly string[];
    /** Set by a host of test/fixtures/native-federation/hosts. */
    readonly start: (manifest: object) => Promise<LoadRemoteModule>;
  };

/** A page that has loaded nothing but these scripts; the first of all notes what goes to its console. */
class HostPage {
  readonly #frame: HTMLIFrameElement;

  private constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  static async open(head: string, body = ''): Promise<HostPage> {
    const frame = document.createElement('iframe');
    const witness = '<script src="/test/support/demo/witness.js"></script>';
    frame.srcdoc = `<!doctype html><base href="${location.origin}/">${witness}${head}<body>${body}</body>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    return new HostPage(frame);
  }

  get window(): FrameWindow {
    return this.#frame.contentWindow as unknown as FrameWindow;
  }

  /** What an element with this tag shows, in its shadow tree. */
  text(tag: string): string | undefined {
    return this.window.document.querySelector(tag)?.shadowRoot?.querySelector('p.greeting')?.textContent ?? undefined;
  }

  /** Defines what a remote of the page exposes, and puts it there, as whoever uses these runtimes does. */
  async show(manifest: Readonly<Record<string, string>>): Promise<void> {
    const loadRemoteModule = await this.window.start(manifest);
    for (const remote of Object.keys(manifest)) {
      const { Greeting } = await loadRemoteModule(remote, './Greeting');
      this.window.customElements.define(`${remote}-greeting`, Greeting);
      this.window.document.body.append(this.window.document.createElement(`${remote}-greeting`));
    }
  }

  close(): void {
    this.#frame.remove();
  }
}

let page: HostPage | undefined;

before(async function () {
  this.timeout(60_000);
  const { ok } = await fetch('/__native-federation.json');
  expect(ok).to.equal(true);
});
afterEach(() => page?.close());

/** What must hold in every page, whichever host it has and whoever built its remotes. */
async function expectShown(shown: HostPage, remotes: readonly string[]): Promise<void> {
  for (const remote of remotes) await until(() => shown.text(`${remote}-greeting`), 'Hello, world');
  expect(shown.window.litElementVersions).to.have.length(1);
  expect(shown.window.witness.complaints).to.deep.equal([]);
}

describe('a remote that Native Federation has built', () => {
  for (const builtBy of ['official', 'dense'] as const) {
    it(`is mounted in our host beside one of ours, on one lit: ${builtBy}`, async () => {
      const remotes = [builtBy, 'ours'] as const;
      const manifest = Object.fromEntries(remotes.map((remote) => [remote, entries[remote]]));
      const tags = remotes.map(
        (remote) =>
          `<federation-remote remote="${remote}" module="./Greeting" element="${remote}-greeting"></federation-remote>`,
      );
      const host = `<federation-host><script type="federation-manifest">${JSON.stringify(manifest)}</script></federation-host>`;
      page = await HostPage.open(`<script src="${origins.second}/dist/federation.js"></script>`, host + tags.join(''));
      const places = [...page.window.document.querySelectorAll<FederationRemote>('federation-remote')];
      await Promise.all(places.map((place) => place.loaded));
      expect(places.map(({ status, instance }) => [status, instance?.contract])).to.deep.equal([
        ['loaded', 'element'],
        ['loaded', 'element'],
      ]);
      await expectShown(page, remotes);
    });
  }
});

describe('a remote of ours', () => {
  /** HTML that brings each runtime of Native Federation into a page. */
  const hosts = {
    'the orchestrator, with the import maps of the browser': `<script src="${origins.second}${fixtures}/hosts/orchestrator.js"></script>`,
    'the older runtime, with es-module-shims in shim mode':
      '<script type="esms-options">{ "shimMode": true }</script>' +
      `<script src="${origins.second}/node_modules/es-module-shims/dist/es-module-shims.js"></script>` +
      `<script src="${origins.second}${fixtures}/hosts/runtime.js"></script>`,
  };
  for (const [name, head] of Object.entries(hosts)) {
    it(`is loaded by ${name}`, async () => {
      page = await HostPage.open(head);
      await page.show({ ours: entries.ours });
      await expectShown(page, ['ours']);
    });

    it(`shares one lit with an official remote under ${name}`, async () => {
      page = await HostPage.open(head);
      await page.show({ ours: entries.ours, official: entries.official });
      await expectShown(page, ['ours', 'official']);
    });
  }
});
