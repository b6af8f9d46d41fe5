import { expect } from '@esm-bundle/chai';
import './define.js';
import {
  closeGate,
  contentOf,
  createRemote,
  insertHost,
  insertRemote,
  journalOf,
  nextEvent,
  nextTask,
  recordEvents,
  silence,
} from '../test/browser/support/tags.js';

describe('the props of <federation-remote>', () => {
  before(() => insertHost());
  afterEach(() => {
    for (const remote of document.querySelectorAll('federation-remote')) remote.remove();
  });

  it('are what the attribute says in JSON, also as a property', async () => {
    const remote = insertRemote({ module: './Plain', props: '{"currency":"EUR"}' });
    await remote.loaded;
    expect(remote.props).to.deep.equal({ currency: 'EUR' });
    expect(contentOf(remote)?.textContent).to.equal('plain {"currency":"EUR"}');
  });

  it('are what a script sets, before or after the tag is defined', async () => {
    const remote = createRemote({ remote: 'tags', module: './Plain' });
    remote.props = { currency: 'EUR' };
    document.body.append(remote);
    await remote.loaded;
    expect(contentOf(remote)?.textContent).to.equal('plain {"currency":"EUR"}');
    expect(remote.hasAttribute('props')).to.equal(false);
  });

  it('may be set as JSON text, which some frameworks do', async () => {
    const remote = createRemote({ remote: 'tags', module: './Plain' });
    remote.props = '{"currency":"EUR"}';
    document.body.append(remote);
    await remote.loaded;
    expect(contentOf(remote)?.textContent).to.equal('plain {"currency":"EUR"}');
  });

  it('update the app, and do not mount it anew', async () => {
    const remote = insertRemote({ module: './Plain', props: '{"n":1}' });
    await remote.loaded;
    const types = recordEvents(remote);
    const content = contentOf(remote);
    remote.props = { n: 2 };
    await nextTask();
    expect(content?.textContent).to.equal('plain {"n":2}');
    remote.setAttribute('props', '{"n":3}');
    await nextTask();
    expect(content?.textContent).to.equal('plain {"n":3}');
    remote.removeAttribute('props');
    await nextTask();
    expect(content?.textContent).to.equal('plain {}');
    expect(journalOf(remote)).to.deep.equal(['mount', 'update', 'update', 'update']);
    expect(types).to.deep.equal([]);
  });

  it('that change while the app is being mounted reach it as well', async () => {
    const open = closeGate();
    const remote = insertRemote({ module: './Gated', props: '{"n":1}' });
    await nextEvent(remote, 'beforemount');
    await nextTask();
    expect(journalOf(remote)).to.deep.equal(['start']);
    remote.props = { n: 2 };
    await nextTask();
    open();
    await remote.loaded;
    await nextTask();
    expect(journalOf(remote)).to.deep.equal(['start', 'mount', 'update to 2']);
  });

  it('that the app chokes on are an error, and the app stays', async () => {
    const remote = insertRemote({ module: './Plain' });
    silence(remote);
    await remote.loaded;
    remote.props = { fail: true };
    const { error } = await nextEvent<ErrorEvent>(remote, 'error');
    expect([error.code, error.details.phase]).to.deep.equal(['mount-failed', 'update']);
    expect(remote.status).to.equal('loaded');
    expect(journalOf(remote)).to.deep.equal(['mount']);
  });

  it('that are no JSON are an error, and the app keeps those that it has', async () => {
    const remote = insertRemote({ module: './Plain', props: '{"n":1}' });
    silence(remote);
    await remote.loaded;
    remote.setAttribute('props', '{n:2}');
    const { error } = await nextEvent<ErrorEvent>(remote, 'error');
    expect(error.code).to.equal('props-invalid');
    expect(contentOf(remote)?.textContent).to.equal('plain {"n":1}');
  });

  it('become properties of a custom element', async () => {
    const remote = insertRemote({ module: './Element', props: '{"currency":"EUR"}' });
    await remote.loaded;
    remote.props = { currency: 'CHF' };
    await nextTask();
    expect(contentOf(remote)?.textContent).to.equal('pays in CHF');
  });
});
