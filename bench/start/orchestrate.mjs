// What a page does with Native Federation's orchestrator: its manifest, its import map, and each module by its `mount`.
import { initFederation } from '@softarc/native-federation-orchestrator';

const manifest = JSON.parse(document.querySelector('#manifest').textContent);
const { loadRemoteModule } = await initFederation(manifest, { logLevel: 'error' });

async function mountInto(target) {
  const { mount } = await loadRemoteModule(target.dataset.remote, './Widget');
  mount(target);
}

await Promise.all([...document.querySelectorAll('[data-remote]')].map(mountInto));
