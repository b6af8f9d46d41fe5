import { Failures } from './failures.js';
import type { AppMount, MountContext } from './mount.js';

/** What the adapter needs of Vue 3, all from `vue`. */
export interface Vue {
  readonly createApp: (component: never) => object;
  readonly h: (component: never, props: never) => unknown;
  readonly nextTick: () => Promise<unknown>;
  readonly shallowReactive: (value: never) => unknown;
}

/** The same, as it is called here. */
interface VueCalls<App> {
  createApp(component: { render(): unknown }): App;
  h(component: unknown, props: object): unknown;
  nextTick(): Promise<unknown>;
  shallowReactive<Value extends object>(value: Value): Value;
}

interface VueApp {
  readonly config: { errorHandler?: unknown };
  provide(key: string, value: unknown): unknown;
  mount(target: HTMLElement | ShadowRoot): unknown;
  unmount(): void;
}

/** What can be said of an app besides its component. */
export interface VueOptions<App> {
  /** Called before the app is mounted: for plugins (`app.use(router)`), directives and components. */
  install?(app: App, context: MountContext): void;
}

/**
 * Makes `mount` of a Vue component, whose props are those of the tag.
 *
 * What it declares in `emits` becomes events of the tag, with the first argument as `detail`. It may
 * `inject('federation')` the `MountContext`, which is reactive. Changed props update it and keep its state.
 * What it throws in `setup` or as it is rendered rejects `mount` or `update`; what it throws later is reported to the window.
 *
 * @example
 * ```ts
 * import { createApp, h, nextTick, shallowReactive } from 'vue';
 * import { toMount } from 'federation-elements/adapters/vue';
 *
 * export const mount = toMount(Cart, { createApp, h, nextTick, shallowReactive });
 * ```
 */
export function toMount<Framework extends Vue>(
  component: unknown,
  vue: Framework,
  options: VueOptions<ReturnType<Framework['createApp']>> = {},
): AppMount {
  type App = ReturnType<Framework['createApp']>;
  const { createApp, h, nextTick, shallowReactive } = vue as unknown as VueCalls<App & VueApp>;
  return async (target, given) => {
    const context = shallowReactive({ ...given });
    const listeners = listenersOf(component, given);
    const app = createApp({ render: () => h(component, { ...listeners, ...context.props }) });
    const failures = new Failures();
    app.config.errorHandler = failures.tell;
    app.provide('federation', context);
    options.install?.(app, given);
    failures.await();
    try {
      app.mount(target);
      failures.settle();
    } catch (error) {
      app.unmount();
      throw error;
    }
    return {
      async update(_props, next) {
        failures.await();
        Object.assign(context, next);
        await nextTick();
        failures.settle();
      },
      unmount: async () => app.unmount(),
    };
  };
}

/** A listener for each event that a component says it emits. */
function listenersOf(component: unknown, { emit }: MountContext): Record<string, (detail?: unknown) => void> {
  const { emits = [] } = component as { readonly emits?: readonly string[] | object };
  const types: readonly string[] = Array.isArray(emits) ? emits : Object.keys(emits);
  return Object.fromEntries(types.map((type) => [handlerOf(type), (detail) => void emit(type, detail)]));
}

/** The prop by which Vue finds the listener: `onAddToCart` for `add-to-cart`. */
function handlerOf(type: string): string {
  const camel = type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `on${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
}
