import { ReactiveElement } from '@lit/reactive-element';

/** What a tag does when it has come into a document, and when it has left it. */
export interface TagLife {
  /** It is in a document, and its attributes have been read. */
  connected(): void;
  disconnected(): void;
}

/** What all tags have in common: how they are registered, when they begin, and that they can be moved. */
export abstract class FederationElement extends ReactiveElement {
  /** The tag, if {@link define} is not told another. */
  static readonly tag: string;

  protected readonly internals: ElementInternals = this.attachInternals();

  /** Registers the class, unless the tag is taken. */
  static define(
    this: CustomElementConstructor & { readonly tag: string },
    // biome-ignore lint/complexity/noThisInStatic: a class that extends this one registers itself
    tag: string = this.tag,
    registry: CustomElementRegistry = customElements,
  ): void {
    // biome-ignore lint/complexity/noThisInStatic: the same
    if (!registry.get(tag)) registry.define(tag, this);
  }

  /** Lets a controller live as long as the element is in a document. */
  protected follow<Life extends TagLife>(life: Life): Life {
    this.addController({
      hostConnected: () =>
        void this.updateComplete.then(() => {
          if (this.isConnected) life.connected();
        }),
      hostDisconnected: () => life.disconnected(),
    });
    return life;
  }

  /** @internal Tells style sheets its status, unless nothing has happened yet, and what more there is to say. */
  showStates(status: string, flags: readonly string[] = []): void {
    const { states } = this.internals;
    states.clear();
    for (const name of [status, ...flags]) if (name !== 'unloaded') states.add(name);
  }

  /** @internal With it, `moveBefore` is a move, not a removal. */
  connectedMoveCallback(): void {}
}
