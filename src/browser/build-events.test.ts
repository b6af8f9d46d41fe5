import { expect } from '@esm-bundle/chai';
import { until } from '../../test/browser/support/until.js';
import { createRemoteFiles, Workshop } from '../../test/browser/support/workshop.js';
import { type BuildMessage, listenToBuilds } from './build-events.js';

describe('the builds of a remote', () => {
  let workshop: Workshop;
  beforeEach(async () => {
    workshop = await Workshop.open(createRemoteFiles('cart', 'export const mount = () => {};'));
  });
  afterEach(() => workshop.close());

  it('are heard by all pages, of which only one listens; who comes later hears what is wrong', async () => {
    const endpoint = `${new URL(workshop.manifest.cart ?? '').origin}/federation/events`;
    const heard: string[][] = [];
    const listen = (): void => {
      const types: string[] = [];
      heard.push(types);
      listenToBuilds(endpoint, ({ type }: BuildMessage) => types.push(type));
    };
    listen();
    await until(() => heard.flat().includes('opened'), true);
    listen();
    await workshop.write('cart/src/main.js', 'export const mount = ;');
    await until(() => heard.every((types) => types.includes('federation-rebuild-error')), true);
    listen();
    await until(() => heard[2]?.at(-1), 'federation-rebuild-error');
    await workshop.write('cart/src/main.js', 'export const mount = () => 1;');
    await until(() => heard.every((types) => types.at(-1) === 'federation-rebuild-complete'), true);
    const { held } = await navigator.locks.query();
    expect(held?.filter(({ name }) => name?.endsWith(endpoint))).to.have.length(1);
  });
});
