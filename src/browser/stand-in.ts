/** Reactions of custom elements that a document asks the class for once, when it is defined. */
const reactions = [
  'connectedCallback',
  'disconnectedCallback',
  'adoptedCallback',
  'attributeChangedCallback',
  'formAssociatedCallback',
  'formDisabledCallback',
  'formResetCallback',
  'formStateRestoreCallback',
] as const;

type ElementClass = CustomElementConstructor & {
  readonly observedAttributes?: readonly string[];
  readonly disabledFeatures?: readonly string[];
  readonly formAssociated?: boolean;
};

type Reactive = Partial<Record<(typeof reactions)[number] | 'connectedMoveCallback', (...values: unknown[]) => void>>;

/** By class: the stand-in by which the document knows it. */
const standIns = new WeakMap<object, StandIn>();

// Between HTMLElement and the class that extends it: so that `new` of a class that the document does not know works.
const Root = function (this: unknown): object {
  const target = new.target as unknown as ElementClass;
  const standIn = standIns.get(target);
  const element = Reflect.construct(HTMLElement, [], standIn?.registered ?? target);
  if (standIn) Object.setPrototypeOf(element, target.prototype);
  return element;
} as unknown as ElementClass;
Object.setPrototypeOf(Root, HTMLElement);
Object.defineProperty(Root, 'prototype', { value: HTMLElement.prototype });

/**
 * What a document knows by a tag, in the place of a class that may be replaced by a newer one.
 *
 * A tag is defined once, but what is constructed for it is whatever class is the current one: elements that exist stay
 * what they are, and those that come are of the new class. What a document reads when a tag is defined cannot change.
 */
export class StandIn {
  /** What the document is given. */
  readonly registered: ElementClass;
  readonly #observed: readonly string[];
  #current: ElementClass;

  /** @returns `undefined` for a class that cannot be replaced, as one of a built-in element. */
  static for(elementClass: CustomElementConstructor): StandIn | undefined {
    const root = rootOf(elementClass);
    if (!root) return undefined;
    Object.setPrototypeOf(root, Root);
    return new StandIn(elementClass);
  }

  private constructor(first: ElementClass) {
    this.#current = first;
    this.#observed = observedBy(first);
    const read = (): ElementClass => this.#current;
    const construct = function (this: unknown): object {
      return Reflect.construct(read(), [], new.target as unknown as ElementClass);
    };
    const { formAssociated, disabledFeatures } = first;
    const facts = { observedAttributes: this.#observed, formAssociated, disabledFeatures };
    let reactionsToRead: object | undefined = forward(first.prototype);
    this.registered = new Proxy(construct as unknown as ElementClass, {
      get(target, key) {
        if (key !== 'prototype') return Reflect.get(Object.hasOwn(facts, key) ? facts : target, key);
        // The document reads it first to learn of the reactions, and then for each new element.
        const prototype = reactionsToRead ?? read().prototype;
        reactionsToRead = undefined;
        return prototype;
      },
    });
    standIns.set(first, this);
  }

  get current(): CustomElementConstructor {
    return this.#current;
  }

  /** @returns Whether the class could take the place: not if a document had to know of it what it knows of the first. */
  replace(next: ElementClass): boolean {
    const root = rootOf(next);
    const { formAssociated = false } = this.registered;
    const isKnown = observedBy(next).every((name) => this.#observed.includes(name));
    if (!root || !isKnown || (next.formAssociated ?? false) !== formAssociated) return false;
    Object.setPrototypeOf(root, Root);
    standIns.set(next, this);
    this.#current = next;
    return true;
  }
}

function observedBy(elementClass: ElementClass): readonly string[] {
  const { attributeChangedCallback } = elementClass.prototype as Reactive;
  return attributeChangedCallback ? [...(elementClass.observedAttributes ?? [])] : [];
}

/** The class in the chain that extends HTMLElement itself. */
function rootOf(elementClass: object): object | undefined {
  for (let root = elementClass; ; ) {
    const above: unknown = Object.getPrototypeOf(root);
    if (above === Root) return root;
    // The classes of built-in elements extend it, too.
    if (above === HTMLElement) return isBuiltIn(root) ? undefined : root;
    if (typeof above !== 'function') return undefined;
    root = above;
  }
}

function isBuiltIn(elementClass: object): boolean {
  return Function.prototype.toString.call(elementClass).includes('[native code]');
}

/** An object with every reaction, each handed on to the element's own. */
function forward(first: Reactive): HTMLElement {
  // A class that has this one is moved instead of being taken out and put in.
  const names = [...reactions, ...(first.connectedMoveCallback ? (['connectedMoveCallback'] as const) : [])];
  const entries = names.map((name) => [
    name,
    function (this: Reactive, ...values: unknown[]): void {
      this[name]?.(...values);
    },
  ]);
  return Object.fromEntries(entries);
}
