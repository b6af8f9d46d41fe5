import { expect } from '@esm-bundle/chai';
import { describeAdapter } from '../../test/browser/support/describe-adapter.js';
import { importFixture } from '../../test/browser/support/framework.js';
import { mountModule } from '../browser/mount-module.js';
import { toMount } from './angular.js';

describeAdapter('Angular', async () => {
  const core = await importFixture('angular-core');
  const { default: Counter } = await importFixture('angular-counter');
  return toMount(Counter, { ...core, ...(await importFixture('angular-platform-browser')) } as never);
});

describe('the adapter of Angular', () => {
  it('gives the application its providers', async () => {
    const core = await importFixture('angular-core');
    const { createApplication } = await importFixture('angular-platform-browser');
    const { Component, inject } = core as {
      Component(options: object): (component: unknown) => void;
      inject(token: string): unknown;
    };
    class Greeting {
      readonly text = inject('greeting');
    }
    Component({ selector: 'test-greeting', template: '{{ text }}' })(Greeting);
    const providers = [{ provide: 'greeting', useValue: 'Hello' }];
    const target = document.createElement('div');
    const mount = toMount(Greeting, { ...core, createApplication } as never, { providers });
    const mounted = await mountModule({ mount }, target, { remote: 'cart', module: './Cart' });
    expect(target.textContent).to.equal('Hello');
    await mounted.unmount();
    expect(target.childNodes).to.have.length(0);
  });
});
