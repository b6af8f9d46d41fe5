import type { AppMount } from '../../adapters/mount.js';
import type { FederationError } from '../../core/errors.js';
import { sayMissing } from '../../core/say-missing.js';
import type { ContractName, MountOptions } from '../mount-api.js';
import { asObject, type Contract, type StartApp } from './contract.js';
import { startObject } from './mount-contracts.js';

interface Framework {
  readonly name: ContractName;
  /** Whether a value is one of its components, and cannot be anything else. */
  isComponent(value: unknown): unknown;
  /** What its adapter is given the exports of. */
  readonly entryPoints: readonly string[];
  loadAdapter(): Promise<Adapter>;
}

interface Adapter {
  toMount(component: unknown, framework: never): AppMount;
}

const frameworks: readonly Framework[] = [
  {
    name: 'react',
    isComponent: (value) => asObject(value)?.$$typeof ?? statics(value)?.prototype?.isReactComponent,
    entryPoints: ['react', 'react-dom/client'],
    loadAdapter: () => import('../../adapters/react.js'),
  },
  {
    name: 'vue',
    isComponent(value) {
      const { __vccOpts, setup, render, template } = asObject(value) ?? {};
      return __vccOpts ?? setup ?? render ?? template;
    },
    entryPoints: ['vue'],
    loadAdapter: () => import('../../adapters/vue.js'),
  },
  {
    name: 'angular',
    isComponent: (value) => statics(value)?.ɵcmp,
    entryPoints: ['@angular/core', '@angular/platform-browser'],
    loadAdapter: () => import('../../adapters/angular.js'),
  },
  {
    name: 'svelte',
    // Compiled, it is a function like any other.
    isComponent: () => undefined,
    entryPoints: ['svelte', 'svelte/reactivity'],
    loadAdapter: () => import('../../adapters/svelte.js'),
  },
];

/**
 * The selected or default export is a component of a framework: mounted by its adapter, which is fetched only then,
 * with the framework as the module itself would import it.
 */
export const frameworkContracts: readonly Contract[] = frameworks.map((framework) => ({
  name: framework.name,
  recognise: (_exported, selected, options, Failure) =>
    (selected && options.contract === framework.name) || framework.isComponent(selected)
      ? startComponent(framework, selected, options, Failure)
      : undefined,
}));

/** Fetches the adapter of a contract beside the module that will need it; does nothing for other contracts. */
export async function preloadAdapter(contract: string): Promise<void> {
  await frameworks.find(({ name }) => name === contract)?.loadAdapter();
}

interface Statics {
  readonly prototype?: { readonly isReactComponent?: unknown };
  readonly ɵcmp?: unknown;
}

function statics(value: unknown): Statics | undefined {
  return typeof value === 'function' ? (value as Statics) : undefined;
}

/** @throws {@link FederationError} `shared-missing`, and whatever importing what is shared throws. */
async function startComponent(
  { entryPoints, loadAdapter }: Framework,
  component: unknown,
  { remote, importShared }: MountOptions,
  Failure: typeof FederationError,
): Promise<StartApp> {
  const importing = entryPoints.map(async (specifier) => {
    const namespace = await importShared?.(specifier);
    if (namespace) return namespace;
    const details = { remote, specifier };
    throw new Failure('shared-missing', details, sayMissing(details));
  });
  const [{ toMount }, ...namespaces] = await Promise.all([loadAdapter(), ...importing]);
  // Of a package that was CommonJS some builds export the whole only.
  const exported = namespaces.flatMap((namespace) => [namespace.default, namespace]);
  return startObject({ mount: toMount(component, Object.assign({}, ...exported) as never) });
}
