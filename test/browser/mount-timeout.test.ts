import { expect } from '@esm-bundle/chai';
import '../../components/define.js';
import { failureOf } from './support/remotes.js';
import { closeGate, contentOf, insertHost, insertRemote, journalOf } from './support/tags.js';
import { until } from './support/until.js';

describe('<federation-remote>, around an app that does not end to mount,', () => {
  before(async () => {
    insertHost();
    const loaded = insertRemote({ module: './Gated' });
    await loaded.loaded;
    loaded.remove();
  });

  it('is busy no longer than its timeout, unmounts what comes later, and can be retried', async () => {
    const openGate = closeGate();
    const remote = insertRemote({ module: './Gated', timeout: '500' });
    remote.addEventListener('error', (event) => event.preventDefault());
    const { code, details } = await failureOf(remote.loaded);
    expect([code, details.timeout]).to.deep.equal(['mount-timeout', 500]);
    expect([remote.status, remote.matches(':state(loading)')]).to.deep.equal(['error', false]);
    openGate();
    await until(() => journalOf(remote).join(), 'start,mount,unmount');
    await remote.retry();
    expect([remote.status, contentOf(remote)?.textContent]).to.deep.equal(['loaded', 'gated']);
    remote.remove();
  });
});
