import { expect } from '@esm-bundle/chai';
import { explain } from '../core/explain.js';
import { FederationStore, type RemoteRecord } from './federation-state.js';

const record = (name: string): RemoteRecord => ({ name, url: `https://${name}.example/`, status: 'unloaded' });

describe('the state of a federation', () => {
  it('is replaced, so what was read before stays as it is', () => {
    const store = new FederationStore(() => {});
    const before = store.state;
    store.setRemote(record('cart'));
    store.setRemote(record('reviews'));
    store.change({ status: 'loaded' });
    expect([before.status, before.remotes.size]).to.deep.equal(['loading', 0]);
    expect([store.state.status, [...store.state.remotes.keys()]]).to.deep.equal(['loaded', ['cart', 'reviews']]);
  });

  it('tells what became of a remote in the end, when it is so', () => {
    const told: unknown[] = [];
    const store = new FederationStore(({ type }) => told.push([type, store.state.remotes.get('cart')?.status]));
    store.setRemote(record('cart'));
    const error = explain('remote-entry-html', { remote: 'cart', url: 'https://cart.example/' });
    store.settle({ ...record('cart'), status: 'error', error });
    expect(told).to.deep.equal([['remoteerror', 'error']]);
  });

  it('notes when something was done for the first time', () => {
    const store = new FederationStore(() => {});
    store.mark('map');
    const { map, start } = store.state.timings;
    store.mark('map');
    expect(store.state.timings.map).to.equal(map);
    expect(start).to.be.at.most(map ?? 0);
  });
});
