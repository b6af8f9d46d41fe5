import { expect } from '@esm-bundle/chai';
import { describeAdapter } from '../../test/browser/support/describe-adapter.js';
import { importFixture } from '../../test/browser/support/framework.js';
import { mountModule } from '../browser/mount-module.js';
import { toMount } from './react.js';

const versions = [
  ['React 19', 'react', 'react-dom-client'],
  ['React 18', 'react-18', 'react-dom-client-18'],
] as const;

for (const [version, react, client] of versions) {
  describeAdapter(version, async () => {
    const { createReactCounter } = await importFixture('create-react-counter');
    const framework = { ...(await importFixture(react)), ...(await importFixture(client)) } as never;
    return toMount((createReactCounter as (react: object) => unknown)(framework), framework);
  });
}

describe('a component of React that is still to come', () => {
  it('is not drawn any more when it was given up before', async () => {
    const { Component, createElement, lazy } = await importFixture('react');
    const { createRoot } = await importFixture('react-dom-client');
    const { Counter } = await importFixture('react-counter');
    let arrive: (module: object) => void = () => {};
    const loading = new Promise<object>((resolve) => {
      arrive = resolve;
    });
    const component = (lazy as (load: () => Promise<object>) => unknown)(() => loading);
    const target = document.createElement('div');
    const controller = new AbortController();
    const namespace = { mount: toMount(component, { Component, createElement, createRoot } as never) };
    const { signal } = controller;
    const mounting = mountModule(namespace, target, { remote: 'cart', module: './Cart', signal }).catch((r) => r);
    controller.abort('gone');
    arrive({ default: Counter });
    expect(await mounting).to.equal('gone');
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    expect(target.childNodes).to.have.length(0);
  });
});
