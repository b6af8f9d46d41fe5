import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import type { Plugin } from 'esbuild';
import type { FederationConfig } from '../../../src/build/federation-config.js';
import { type Built, buildProject } from '../support/build-project.js';
import type { Files } from '../support/create-project.js';
import { type Dependencies, installPackages } from '../support/install-packages.js';
import { mergeDependencies } from '../support/merge-dependencies.js';
import { hasBrowser, runInBrowser } from '../support/run-in-browser.js';
import { runSideBySide } from '../support/run-side-by-side.js';

/** A project whose module `./M` exports `mount(target)`, and shows `3` when its button is clicked. */
interface Case {
  readonly title: string;
  readonly packages: Dependencies;
  /** What is installed, but not depended on when it runs. */
  readonly tools?: Dependencies;
  readonly file: string;
  readonly files: Files;
  readonly plugins?: (load: (name: string) => unknown) => Plugin[];
}

/** The plugin of a package, whose default export may be the package itself. */
function defaultOf(module: unknown): (options?: object) => Plugin {
  return (module as { default?: () => Plugin }).default ?? (module as () => Plugin);
}

const react = (version: string): Dependencies => ({ react: version, 'react-dom': version });
const angular: Dependencies = {
  ...Object.fromEntries(
    ['common', 'compiler', 'core', 'platform-browser'].map((name) => [`@angular/${name}`, '20.3.35']),
  ),
  rxjs: '7.8.2',
};
const counter = 'const [n, set] = useState(2); return <button onClick={() => set(n + 1)}>{n}</button>;';
const modern = `import { createRoot } from 'react-dom/client';
import { useState } from 'react';
function Counter() { ${counter} }
export const mount = (target) => createRoot(target).render(<Counter />);`;
const classic = `import React, { useState } from 'react';
import ReactDOM from 'react-dom';
function Counter() { ${counter} }
export const mount = (target) => ReactDOM.render(<Counter />, target);`;
const classicConfig = { compilerOptions: { jsx: 'react' } };
const lit = (tag: string): string => `const tag = '${tag}';
import { LitElement, html } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
customElements.define(tag, class extends LitElement {
  static properties = { n: {} };
  constructor() { super(); this.n = 2; }
  createRenderRoot() { return this; }
  render() { return html\`<button class=\${classMap({ a: true })} @click=\${() => this.n++}>\${this.n}</button>\`; }
});
export const mount = (target) => target.append(document.createElement(tag));`;

const cases: readonly Case[] = [
  {
    title: 'React 17 with automatic JSX',
    packages: react('17.0.2'),
    file: 'm.jsx',
    files: { 'src/m.jsx': classic.replace('React, ', '') },
  },
  {
    title: 'React 17 with classic JSX',
    packages: react('17.0.2'),
    file: 'm.jsx',
    files: { 'src/m.jsx': classic, 'tsconfig.json': classicConfig },
  },
  { title: 'React 18 with automatic JSX', packages: react('18.3.1'), file: 'm.jsx', files: { 'src/m.jsx': modern } },
  {
    title: 'React 18 with classic JSX',
    packages: react('18.3.1'),
    file: 'm.jsx',
    files: { 'src/m.jsx': `import React from 'react';\n${modern}`, 'tsconfig.json': classicConfig },
  },
  { title: 'React 19 with automatic JSX', packages: react('19.2.0'), file: 'm.jsx', files: { 'src/m.jsx': modern } },
  {
    title: 'React 19 with classic JSX',
    packages: react('19.2.0'),
    file: 'm.jsx',
    files: { 'src/m.jsx': `import React from 'react';\n${modern}`, 'tsconfig.json': classicConfig },
  },
  { title: 'lit 2', packages: { lit: '2.8.0' }, file: 'm.js', files: { 'src/m.js': lit('lit-two') } },
  { title: 'lit 3', packages: { lit: '3.3.1' }, file: 'm.js', files: { 'src/m.js': lit('lit-three') } },
  {
    title: 'lit 3 with decorators, context and tasks, in TypeScript',
    packages: { lit: '3.3.1', '@lit/context': '1.1.6', '@lit/task': '1.0.3' },
    file: 'm.ts',
    files: {
      'tsconfig.json': { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
      'src/m.ts': `import { LitElement, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ContextProvider, createContext } from '@lit/context';
import { Task } from '@lit/task';
@customElement('b-counter') class Counter extends LitElement {
  @state() n = 2;
  provider = new ContextProvider(this, { context: createContext('n'), initialValue: 1 });
  task = new Task(this, { task: async ([n]) => n, args: () => [this.n] });
  createRenderRoot() { return this; }
  render() { return html\`<button @click=\${() => this.n++}>\${this.n}</button>\`; }
}
export const mount = (target: Element) => target.append(new Counter());`,
    },
  },
  {
    title: 'Preact with hooks and signals',
    packages: { preact: '10.27.2', '@preact/signals': '2.3.1' },
    file: 'm.jsx',
    files: {
      'src/m.jsx': `import { render } from 'preact';
import { useState } from 'preact/hooks';
import { signal } from '@preact/signals';
const start = signal(2);
function Counter() { const [n, set] = useState(start.value); return <button onClick={() => set(n + 1)}>{n}</button>; }
export const mount = (target) => render(<Counter />, target);`,
    },
  },
  {
    title: 'Vue 3 with single-file components',
    packages: { vue: '3.5.22' },
    tools: { 'esbuild-plugin-vue3': '0.5.1', cheerio: '1.0.0', 'html-minifier': '4.0.0', pug: '3.0.2', sass: '1.80.0' },
    plugins: (load) => [defaultOf(load('esbuild-plugin-vue3'))()],
    file: 'm.js',
    files: {
      'src/m.js':
        "import { createApp } from 'vue'; import Counter from './counter.vue'; export const mount = (target) => createApp(Counter).mount(target);",
      'src/counter.vue':
        '<script setup>import { ref } from "vue"; const n = ref(2);</script><template><button @click="n++">{{ n }}</button></template><style scoped>button { color: red }</style>',
    },
  },
  {
    title: 'Svelte 5',
    packages: { svelte: '5.39.0' },
    tools: { 'esbuild-svelte': '0.9.5', esbuild: '0.25.10' },
    plugins: (load) => [
      defaultOf(load('esbuild-svelte'))({
        compilerOptions: { css: 'injected' },
      }),
    ],
    file: 'm.js',
    files: {
      'src/m.js':
        "import { mount as show } from 'svelte'; import Counter from './counter.svelte'; export const mount = (target) => show(Counter, { target });",
      'src/counter.svelte': '<script>let n = $state(2);</script><button onclick={() => n++}>{n}</button>',
    },
  },
  {
    title: 'Solid',
    packages: { 'solid-js': '1.9.9' },
    tools: { 'esbuild-plugin-solid': '0.6.0', esbuild: '0.25.10' },
    plugins: (load) => [(load('esbuild-plugin-solid') as { solidPlugin: () => Plugin }).solidPlugin()],
    file: 'm.jsx',
    files: {
      'src/m.jsx':
        "import { createSignal } from 'solid-js'; import { render } from 'solid-js/web'; const Counter = () => { const [n, set] = createSignal(2); return <button onClick={() => set(n() + 1)}>{n()}</button>; }; export const mount = (target) => render(() => <Counter />, target);",
    },
  },
  {
    title: 'RxJS',
    packages: { rxjs: '7.8.2' },
    file: 'm.js',
    files: {
      'src/m.js':
        "import { fromEvent } from 'rxjs'; import { map, scan, startWith } from 'rxjs/operators'; export const mount = (target) => { const button = target.appendChild(document.createElement('button')); fromEvent(button, 'click').pipe(map(() => 1), startWith(2), scan((a, b) => a + b)).subscribe((n) => { button.textContent = n; }); };",
    },
  },
  {
    title: 'Angular with secondary entry points',
    packages: angular,
    file: 'm.js',
    files: {
      'src/m.js': `import '@angular/compiler';
import { Component, inject, provideZonelessChangeDetection, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { AsyncPipe } from '@angular/common';
import { HttpClient, provideHttpClient } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { of } from 'rxjs';
class Counter {
  n = signal(2);
  start = toSignal(of(0));
  zero = of(0);
  http = inject(HttpClient);
}
Component({ selector: 'angular-counter', imports: [AsyncPipe], template: '<button (click)="n.set(n() + 1)">{{ n() + start() + (zero | async) }}</button>' })(Counter);
export const mount = (target) => {
  target.append(document.createElement('angular-counter'));
  return bootstrapApplication(Counter, { providers: [provideZonelessChangeDetection(), provideHttpClient()] }).then(() => undefined);
};`,
    },
  },
  {
    title: 'a module without any framework',
    packages: {},
    file: 'm.js',
    files: {
      'src/m.js':
        "export const mount = (target) => { let n = 2; const button = target.appendChild(document.createElement('button')); button.textContent = n; button.onclick = () => { button.textContent = ++n; }; };",
    },
  },
];

const setOf = new Map(cases.map((one) => [one, { ...one.packages, ...one.tools }]));
const merge = mergeDependencies([...setOf.values()]);
const installed = (one: Case): Dependencies => merge(setOf.get(one) ?? {});

const useIt = `
  const use = async (target) => {
    const until = async (text) => {
      for (let tries = 0; tries < 300 && target.querySelector('button')?.textContent !== text; tries++) await new Promise(requestAnimationFrame);
      return target.querySelector('button')?.textContent;
    };
    const before = await until('2');
    target.querySelector('button')?.click();
    return [before, await until('3')];
  };
`;
const alone = (name: string): string => `
  ${useIt}
  const { mount } = await import('${name}/M');
  const target = document.body.appendChild(document.createElement('div'));
  mount(target);
  return use(target);
`;
const together = `
  ${useIt}
  const used = remotes.map(async (target) => [target.getAttribute('remote'), await use(target)]);
  return Object.fromEntries(await Promise.all(used));
`;
const nameOf = ({ title }: Case): string => title.toLowerCase().replace(/\W+/g, '-');

describe('a remote', { skip: !hasBrowser && 'there is no Chromium' }, () => {
  const outputs = { production: new Map<string, Built['files']>(), development: new Map<string, Built['files']>() };
  const modes = ['production', 'development'] as const;

  for (const one of cases) {
    for (const mode of modes) {
      it(`with ${one.title} works in a browser, built for ${mode}`, async () => {
        const { packages, file, files, plugins } = one;
        const all = installed(one);
        const load = createRequire(`${await installPackages(all)}/package.json`);
        const config: Partial<FederationConfig> = {
          name: nameOf(one),
          exposes: { './M': `src/${file}` },
          ...(plugins && { esbuild: { plugins: plugins(load) } }),
        };
        const manifest = { name: 'it', version: '1.0.0', type: 'module', dependencies: packages };
        const built = await buildProject({
          packages: all,
          files: { 'package.json': manifest, ...files },
          config,
          mode,
        });
        outputs[mode].set(nameOf(one), built.files);
        const { value, errors } = await runInBrowser(built.outDir, alone(nameOf(one)));
        assert.deepEqual([value, errors], [['2', '3'], []]);
      });
    }
  }

  for (const mode of modes) {
    it(`works with all the others on one page, built for ${mode}`, async () => {
      assert.equal(outputs[mode].size, cases.length);
      const { value, errors } = await runSideBySide(outputs[mode], together);
      const expected = Object.fromEntries(cases.map((one) => [nameOf(one), ['2', '3']]));
      assert.deepEqual([value, errors], [expected, []]);
    });
  }
});
