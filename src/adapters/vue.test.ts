import { expect } from '@esm-bundle/chai';
import type * as Vue from 'vue';
import { describeAdapter } from '../../test/browser/support/describe-adapter.js';
import { importFixture } from '../../test/browser/support/framework.js';
import { mountModule } from '../browser/mount-module.js';
import { toMount } from './vue.js';

describeAdapter('Vue', async () => {
  const { default: Counter } = await importFixture('vue-counter');
  return toMount(Counter, { ...(await importFixture('vue')) } as never);
});

describe('the adapter of Vue', () => {
  it('installs plugins before the app is mounted', async () => {
    const vue = (await importFixture('vue')) as unknown as typeof Vue;
    const component = { setup: () => () => vue.h('p', vue.inject('greeting')) };
    const mount = toMount(component, vue, { install: (app, { base }) => app.provide('greeting', `Hello ${base}`) });
    const target = document.createElement('div');
    const mounted = await mountModule({ mount }, target, { remote: 'cart', module: './Cart', base: '/shop' });
    expect(target.textContent).to.equal('Hello /shop');
    await mounted.unmount();
  });
});
