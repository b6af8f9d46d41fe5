import { expect } from '@esm-bundle/chai';
import './define.js';
import { closeGate, contentOf, createRemote, insertHost, journalOf, nextTask } from '../test/browser/support/tags.js';
import type { BeforeMountEvent } from './before-mount-event.js';
import { loadAndMount } from './load-and-mount.js';

type Remote = HTMLElementTagNameMap['federation-remote'];

describe('loadAndMount', () => {
  let remote: Remote;
  let ending: AbortController;

  before(() => insertHost());
  beforeEach(() => {
    ending = new AbortController();
  });

  /** A tag that is in no document, so that it does nothing itself. */
  function create(attributes: Record<string, string>): Remote {
    remote = createRemote({ remote: 'tags', ...attributes });
    return remote;
  }
  const run = (): ReturnType<typeof loadAndMount> => loadAndMount(remote, ending.signal, () => undefined);
  const reasonOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((reason: unknown) => reason);

  it('gives the mounted app, the module and the place', async () => {
    create({ module: './Plain', props: '{"n":1}' });
    const result = await run();
    expect(result?.mounted.contract).to.equal('mount');
    expect(result?.loaded.exposed.key).to.equal('./Plain');
    expect(result?.target.element).to.equal(contentOf(remote));
    expect(contentOf(remote)?.textContent).to.equal('plain {"n":1}');
  });

  it('shows a listener of beforemount what is about to be mounted', async () => {
    create({ module: './Plain' });
    let event: BeforeMountEvent | undefined;
    remote.addEventListener('beforemount', (dispatched) => {
      event = dispatched as BeforeMountEvent;
      event.preventDefault();
    });
    expect(await run()).to.equal(undefined);
    expect(event?.module.namespace.mount).to.be.a('function');
    expect(contentOf(remote)).to.equal(null);
    expect(journalOf(remote)).to.deep.equal([]);
  });

  for (const type of ['progress', 'beforemount']) {
    it(`mounts nothing if a listener of ${type} ends it`, async () => {
      create({ module: './Plain' });
      remote.addEventListener(type, () => ending.abort('enough'));
      expect(await reasonOf(run())).to.equal('enough');
      expect(journalOf(remote)).to.deep.equal([]);
    });
  }

  it('takes away what is being mounted when it is ended', async () => {
    create({ module: './Gated' });
    const open = closeGate();
    remote.addEventListener('beforemount', () => setTimeout(() => ending.abort('enough')));
    expect(await reasonOf(run())).to.equal('enough');
    await nextTask();
    expect(contentOf(remote)).to.equal(null);
    open();
    await nextTask();
    expect(journalOf(remote)).to.deep.equal(['start', 'mount', 'unmount']);
  });

  it('takes the place away if the app cannot be mounted', async () => {
    create({ module: './Throws' });
    const error = (await reasonOf(run())) as { code: string; cause: Error };
    expect(error.code).to.equal('mount-failed');
    expect(error.cause).to.be.instanceOf(Error);
    await nextTask();
    expect(remote.children.length).to.equal(0);
  });

  it('mounts the export and the contract that are asked for', async () => {
    create({ module: './Element', export: 'TagsElement', contract: 'element', element: 'tags-own' });
    const result = await run();
    expect(result?.mounted.contract).to.equal('element');
  });
});
