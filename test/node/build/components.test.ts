import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import type { WrittenFile } from '../../../src/build/build.js';
import { buildProject } from '../support/build-project.js';
import { installPackages } from '../support/install-packages.js';
import { hasBrowser } from '../support/run-in-browser.js';
import { runSideBySide } from '../support/run-side-by-side.js';

const packages = { react: '19.2.0', 'react-dom': '19.2.0', vue: '3.5.22', svelte: '5.39.0' };
const tools = { 'esbuild-svelte': '0.9.5', esbuild: '0.25.10' };
const adapter = (name: string): string => fileURLToPath(new URL(`../../../src/adapters/${name}.ts`, import.meta.url));

const reactCounter = `import { memo, useState } from 'react';
function Counter() { const [n, set] = useState(2); return <button onClick={() => set(n + 1)}>{n}</button>; }
`;
const svelteCounter = '<script>let n = $state(2);</script><button onclick={() => n++}>{n}</button>';

/** A module that is a component, and what the tag makes of it. */
interface Case {
  readonly title: string;
  readonly file: string;
  readonly files: Readonly<Record<string, string>>;
  /** What the config says of it. */
  readonly contract?: string;
  readonly expected: readonly string[];
  /** The same on a page of its own, if it is not the same. */
  readonly alone?: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'memo of React',
    file: 'src/m.jsx',
    files: { 'src/m.jsx': `${reactCounter}import 'react-dom/client'; export default memo(Counter);` },
    expected: ['loaded', 'react', '2', '3'],
  },
  {
    title: 'a function of React, which the config calls so',
    file: 'src/m.jsx',
    files: { 'src/m.jsx': `${reactCounter}import 'react-dom/client'; export default Counter;` },
    contract: 'react',
    expected: ['loaded', 'react', '2', '3'],
  },
  {
    title: 'memo of React, mounted by what another remote shares',
    file: 'src/m.jsx',
    files: { 'src/m.jsx': `${reactCounter}export default memo(Counter);` },
    expected: ['loaded', 'react', '2', '3'],
    alone: ['error', 'shared-missing'],
  },
  {
    title: 'of React, made into mount by its author',
    file: 'src/m.jsx',
    files: {
      'src/m.jsx': `${reactCounter}import { Component, createElement } from 'react'; import { createRoot } from 'react-dom/client';
import { toMount } from '${adapter('react')}'; export const mount = toMount(Counter, { Component, createElement, createRoot });`,
    },
    expected: ['loaded', 'mount', '2', '3'],
  },
  {
    title: 'of Vue',
    file: 'src/m.js',
    files: {
      'src/m.js':
        "import { defineComponent, h, ref } from 'vue'; export default defineComponent({ setup() { const n = ref(2); return () => h('button', { onClick: () => n.value++ }, n.value); } });",
    },
    expected: ['loaded', 'vue', '2', '3'],
  },
  {
    title: 'of Svelte, which the config calls so',
    file: 'src/m.js',
    files: {
      'src/counter.svelte': svelteCounter,
      'src/m.js': "import 'svelte'; import 'svelte/reactivity'; export { default } from './counter.svelte';",
    },
    contract: 'svelte',
    expected: ['loaded', 'svelte', '2', '3'],
  },
  {
    title: 'of Svelte, made into mount by its author',
    file: 'src/m.js',
    files: {
      'src/counter.svelte': svelteCounter,
      'src/m.js': `import { flushSync, mount as show, unmount } from 'svelte'; import { createSubscriber } from 'svelte/reactivity';
import { toMount } from '${adapter('svelte')}'; import Counter from './counter.svelte';
export const mount = toMount(Counter, { mount: show, unmount, flushSync, createSubscriber });`,
    },
    expected: ['loaded', 'mount', '2', '3'],
  },
];

const use = `
  const outcomes = remotes.map(async (remote) => {
    if (remote.status !== 'loaded') return [remote.getAttribute('remote'), [remote.status, remote.error.code]];
    const button = remote.querySelector('button');
    const before = button.textContent;
    button.click();
    for (let tries = 0; tries < 300 && button.textContent === before; tries++) await new Promise(requestAnimationFrame);
    return [remote.getAttribute('remote'), [remote.status, remote.instance.contract, before, button.textContent]];
  });
  return Object.fromEntries(await Promise.all(outcomes));
`;
const nameOf = ({ title }: Case): string => title.toLowerCase().replace(/\W+/g, '-');

describe('a remote that exposes a component', { skip: !hasBrowser && 'there is no Chromium' }, () => {
  it('is mounted by the tag with its own framework, and says what it lacks', async () => {
    const all = { ...packages, ...tools };
    const load = createRequire(`${await installPackages(all)}/package.json`);
    const svelte = load('esbuild-svelte') as { default?: (options: object) => Plugin };
    const outputs = new Map<string, readonly WrittenFile[]>();
    for (const one of cases) {
      const { file, files, contract } = one;
      const built = await buildProject({
        packages: all,
        files: { 'package.json': { name: 'it', version: '1.0.0', type: 'module', dependencies: packages }, ...files },
        config: {
          name: nameOf(one),
          exposes: { './M': { file, ...(contract && { contract }) } },
          esbuild: { plugins: [(svelte.default ?? (svelte as never))({ compilerOptions: { css: 'injected' } })] },
        },
      });
      outputs.set(nameOf(one), built.files);
    }
    const { value } = await runSideBySide(outputs, use);
    assert.deepEqual(value, Object.fromEntries(cases.map((one) => [nameOf(one), one.expected])));
    for (const one of cases.filter(({ alone }) => alone)) {
      const name = nameOf(one);
      const { value: found } = await runSideBySide(new Map([[name, outputs.get(name) ?? []]]), use);
      assert.deepEqual(found, { [name]: one.alone });
    }
  });
});
