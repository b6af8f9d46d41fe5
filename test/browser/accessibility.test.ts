import { expect } from '@esm-bundle/chai';
import { emulateMedia } from '@web/test-runner-commands';
import type { AxeResults } from 'axe-core';
import type { FederationRemote } from '../../components/federation-remote.js';
import { engine } from './support/known-failure.js';
import { origins } from './support/origins.js';
import { Shell } from './support/shell.js';
import { until } from './support/until.js';

/** What axe-core finds on the shop in one state, each as a line. */
async function violationsOn(shell: Shell): Promise<readonly string[]> {
  const { axe } = shell.window as unknown as { axe: { run(): Promise<AxeResults> } };
  // What is fading in has no contrast yet; what runs for ever, such as the bar, cannot be finished.
  for (const animation of shell.window.document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  }
  const { violations } = await axe.run();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`));
}

async function loadAxe(shell: Shell): Promise<void> {
  const script = shell.window.document.createElement('script');
  script.src = '/node_modules/axe-core/axe.min.js';
  const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
  shell.window.document.head.append(script);
  await loaded;
}

/** Brings one tag into a state. */
type Change = (remote: FederationRemote) => unknown;

const fail: Change = async (remote) => {
  remote.addEventListener('error', (event) => event.stopImmediatePropagation());
  remote.module = './Nowhere';
  await until(() => remote.status, 'error');
};

const states: readonly (readonly [state: string, change: Change])[] = [
  ['loaded', () => {}],
  ['unloaded', (remote) => remote.unmount()],
  [
    'loading',
    (remote) => {
      remote.src = `${origins.third}/__fault/hang/${remote.remote}/remoteEntry.json`;
      remote.remote = '';
      return until(() => remote.status, 'loading');
    },
  ],
  ['error', fail],
  [
    'error, with the details open',
    async (remote) => {
      await fail(remote);
      for (const root of [remote.shadowRoot, remote]) root?.querySelector('details')?.setAttribute('open', '');
    },
  ],
  [
    'loading after an error',
    async (remote) => {
      await fail(remote);
      remote.retry().catch(() => {});
    },
  ],
];

const schemes = engine === 'Chromium' ? (['light', 'dark'] as const) : (['light'] as const);

describe('axe-core finds nothing on the shop ', () => {
  let shell: Shell;
  afterEach(() => shell.close());
  after(async () => {
    if (engine === 'Chromium') await emulateMedia({ colorScheme: 'light' });
  });

  for (const scheme of schemes) {
    for (const [state, change] of states) {
      it(`when its remotes are ${state} (${scheme})`, async () => {
        if (engine === 'Chromium') await emulateMedia({ colorScheme: scheme });
        shell = await Shell.open('/demo/shell/index.html');
        await loadAxe(shell);
        for (const remote of shell.remotes) if (remote.remote !== 'delivery') await change(remote);
        expect(await violationsOn(shell)).to.deep.equal([]);
      }).timeout(40_000);
    }
  }
});
