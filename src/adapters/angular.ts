import { Failures } from './failures.js';
import type { AppMount, Props } from './mount.js';

/** What the adapter needs of Angular 16 or later: from `@angular/core`, and `createApplication` from `@angular/platform-browser`. */
export interface Angular {
  readonly createApplication: (options: never) => Promise<unknown>;
  readonly createComponent: (component: never, options: never) => unknown;
  readonly reflectComponentType: (component: never) => unknown;
  readonly ErrorHandler: unknown;
  /** Of Angular 20 and later; without it, and without its experimental form of 18 and 19, the page needs zone.js. */
  readonly provideZonelessChangeDetection?: () => unknown;
  readonly provideExperimentalZonelessChangeDetection?: () => unknown;
}

/** The same, as it is called here. */
interface AngularCalls extends Angular {
  createApplication(options: { providers: unknown[] }): Promise<Application>;
  createComponent(component: unknown, options: { environmentInjector: unknown }): ComponentRef;
  reflectComponentType(component: unknown): Mirror | null;
}

interface Application {
  readonly injector: unknown;
  attachView(view: unknown): void;
  tick(): void;
  destroy(): void;
}

interface ComponentRef {
  readonly location: { readonly nativeElement: HTMLElement };
  readonly hostView: unknown;
  readonly instance: Readonly<Record<string, { subscribe(listener: (value: unknown) => void): unknown }>>;
  readonly changeDetectorRef: { markForCheck(): void };
  setInput(name: string, value: unknown): void;
}

interface Mirror {
  readonly inputs: readonly Binding[];
  readonly outputs: readonly Binding[];
}

interface Binding {
  readonly propName: string;
  readonly templateName: string;
}

/** What can be said of an app besides its component. */
export interface AngularOptions {
  /** For `createApplication`: the router, the HTTP client, … */
  readonly providers?: readonly unknown[];
}

/**
 * Makes `mount` of a standalone Angular component, whose inputs are the props of the tag.
 *
 * Its outputs become events of the tag, with the value as `detail`. It may `inject` the `MountContext` by the token
 * `'federation'`. Each instance is an application of its own, without zone.js where Angular can do without. Changed
 * props set the inputs and keep its state. What it throws as it is made or checked rejects `mount` or `update`; what it
 * throws later is reported to the window.
 *
 * @example
 * ```ts
 * import * as core from '@angular/core';
 * import { createApplication } from '@angular/platform-browser';
 * import { toMount } from 'federation-elements/adapters/angular';
 *
 * export const mount = toMount(Cart, { ...core, createApplication }, { providers: [provideRouter(routes)] });
 * ```
 */
export function toMount(component: unknown, angular: Angular, options: AngularOptions = {}): AppMount {
  const calls = angular as AngularCalls;
  const doWithoutZone = calls.provideZonelessChangeDetection ?? calls.provideExperimentalZonelessChangeDetection;
  return async (target, given) => {
    const context = { ...given };
    const failures = new Failures();
    const application = await calls.createApplication({
      providers: [
        doWithoutZone?.() ?? [],
        { provide: calls.ErrorHandler, useValue: { handleError: failures.tell } },
        { provide: 'federation', useValue: context },
        options.providers ?? [],
      ],
    });
    const { inputs, outputs } = calls.reflectComponentType(component) ?? { inputs: [], outputs: [] };
    try {
      const made = calls.createComponent(component, { environmentInjector: application.injector });
      for (const { propName, templateName } of outputs) {
        made.instance[propName]?.subscribe((value) => void given.emit(templateName, value));
      }
      let known: Props = {};
      const assign = (props: Props): void => {
        failures.await();
        for (const { templateName } of inputs) {
          if (templateName in props || templateName in known) made.setInput(templateName, props[templateName]);
        }
        known = props;
        // Also where no input has changed: the context may have.
        made.changeDetectorRef.markForCheck();
        application.tick();
        failures.settle();
      };
      application.attachView(made.hostView);
      target.append(made.location.nativeElement);
      assign(given.props);
      return {
        async update(props, next) {
          Object.assign(context, next);
          assign(props);
        },
        unmount: async () => application.destroy(),
      };
    } catch (error) {
      application.destroy();
      throw error;
    }
  };
}
