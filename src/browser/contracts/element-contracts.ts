import type { MountContext, MountOptions, Props } from '../mount-api.js';
import type { Contract, StartApp } from './contract.js';

type ElementClass = CustomElementConstructor & { readonly tagName?: unknown; readonly is?: unknown };

/** The selected or default export is the class of a custom element. */
export const elementContract: Contract = {
  name: 'element',
  recognise: (_exported, selected, options) =>
    isElementClass(selected) ? startElement(() => createElement(selected, options)) : undefined,
};

/** Exactly one export is the class of a custom element. */
export const onlyElementContract: Contract = {
  name: 'element',
  recognise(exported, _selected, options) {
    const [elementClass, another] = Object.values(exported).filter(isElementClass);
    return elementClass && !another ? startElement(() => createElement(elementClass, options)) : undefined;
  },
};

/** The module has defined the tag that is asked for. */
export const defineContract: Contract = {
  name: 'define',
  recognise: (_exported, _selected, { element }) =>
    element && customElements.get(element) ? startElement(() => document.createElement(element)) : undefined,
};

export function isElementClass(value: unknown): value is ElementClass {
  return typeof value === 'function' && value.prototype instanceof HTMLElement;
}

export function startElement(create: () => HTMLElement): StartApp {
  return (target, context) => {
    const element = create();
    assignProps(element, withRoute(context));
    target.append(element);
    return {
      instance: element,
      update: (_props, next) => assignProps(element, withRoute(next)),
      unmount: () => element.remove(),
    };
  };
}

/** The props, and what there is to say of a route as `base` and `params`. */
function withRoute({ props, base, params }: MountContext): Props {
  const hasRoute = base !== '/' || Object.keys(params)[0] !== undefined;
  return hasRoute ? { base, params, ...props } : props;
}

/** Props are properties: no text between, so they may be objects. */
function assignProps(element: HTMLElement, props: Props): void {
  // JSON may hold this as an ordinary key; assigning it would take the element its class.
  const { __proto__: _, ...properties } = props;
  Object.assign(element, properties);
}

/** An element of the class, which is defined if it is not: by the tag that is asked for, its own, or a free one. */
export function createElement(elementClass: ElementClass, options: MountOptions): HTMLElement {
  try {
    return new elementClass();
  } catch (error) {
    // What has no tag cannot be constructed; but what has one can throw by itself, and then cannot be defined again.
    try {
      customElements.define(freeTag(elementClass, options), elementClass);
    } catch {
      throw error;
    }
    return new elementClass();
  }
}

function freeTag({ tagName, is }: ElementClass, { element, remote, module }: MountOptions): string {
  const wanted = [element, tagName, is].find((tag) => typeof tag === 'string' && tag.includes('-'));
  const tag = `${wanted ?? `x-${remote}${module}`}`.toLowerCase().replace(/[^a-z\d-]+/g, '-');
  let free = tag;
  for (let copy = 2; customElements.get(free); copy++) free = `${tag}-${copy}`;
  return free;
}
