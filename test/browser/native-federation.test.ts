import { expect } from '@esm-bundle/chai';
import type { FederationRemote } from '../../components/federation-remote.js';
import { origins } from './support/origins.js';
import type { Witness } from './support/shell.js';
import { until } from './support/until.js';

/** Below which path the further origins have what test/support/native-federation has built. */
const fixtures = '/node_modules/.cache/federation-tests/native-federation';

/** The entry of the same remote as a builder builds it; the key is what it calls itself. */
const entryOf = (remote: string, origin = origins.third): string => `${origin}${fixtures}/${remote}/remoteEntry.json`;
const ours = (variation: string): string => entryOf(variation, origins.second);

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
  this.timeout(150_000);
  const { ok } = await fetch('/__native-federation.json');
  expect(ok).to.equal(true);
});
afterEach(() => page?.close());

/** What must hold in every page, whichever host it has and whoever built its remotes. */
async function expectShown(shown: HostPage, remotes: readonly string[], lits = 1): Promise<void> {
  for (const remote of remotes) await until(() => shown.text(`${remote}-greeting`), 'Hello, world!');
  expect(shown.window.litElementVersions).to.have.length(lits);
  const complaints = shown.window.witness.complaints.filter((text) => !text.includes('lit.dev/msg/dev-mode'));
  expect(complaints).to.deep.equal([]);
}

/** What their builders make of one remote, by the name that it has then. */
const theirs = {
  flat: 'as it is by default',
  'dense-externals': 'with one record a package',
  'dense-chunks': 'with chunks that are imported by name',
  dense: 'with both',
  hashed: 'with the hashes of its files',
  scoped: 'that shares in a scope of its own',
  whole: 'without chunks',
  dev: 'for development',
  v3: 'by version 3',
  'v3-dev': 'by version 3, for development',
};

describe('a remote that Native Federation has built', () => {
  for (const [builtBy, how] of Object.entries(theirs)) {
    const lits = builtBy === 'scoped' ? 2 : 1;
    it(`is mounted in our host beside one of ours, on ${lits === 1 ? 'one lit' : 'a lit of its own'}: ${how}`, async () => {
      const manifest = { [builtBy]: entryOf(builtBy), ours: ours('ours') };
      const remotes = Object.keys(manifest);
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
      await expectShown(page, remotes, lits);
    });
  }
});

describe('a remote of ours', () => {
  const shim =
    '<script type="esms-options">{ "shimMode": true }</script>' +
    `<script src="${origins.second}/node_modules/es-module-shims/dist/es-module-shims.js"></script>`;
  const hostScript = (name: string): string => `<script src="${origins.second}${fixtures}/hosts/${name}.js"></script>`;
  /** HTML that brings each runtime of Native Federation into a page, and which of our builds it can read. */
  const hosts = {
    'the orchestrator, with the import maps of the browser': {
      head: hostScript('orchestrator'),
      reads: ['ours', 'ours-dense', 'ours-dev'],
    },
    'the orchestrator, with es-module-shims in shim mode': {
      head: shim + hostScript('orchestrator-shim'),
      reads: ['ours', 'ours-dense', 'ours-dev'],
    },
    'the older runtime, with es-module-shims in shim mode': {
      head: shim + hostScript('runtime'),
      reads: ['ours', 'ours-dev'],
    },
  };
  for (const [name, { head, reads }] of Object.entries(hosts)) {
    for (const variation of reads) {
      it(`is loaded by ${name}: ${variation}`, async () => {
        page = await HostPage.open(head);
        await page.show({ [variation]: ours(variation) });
        await expectShown(page, [variation]);
      });
    }

    it(`shares one lit with an official remote under ${name}`, async () => {
      page = await HostPage.open(head);
      await page.show({ ours: ours('ours'), flat: entryOf('flat') });
      await expectShown(page, ['ours', 'flat']);
    });
  }
});
