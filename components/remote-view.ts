import { createNode } from './create-node.js';
import type { LoadState } from './load-state.js';
import { contentSlot } from './mount-target.js';

/**
 * The shadow tree of `<federation-remote>`, and the copies of the author's templates.
 *
 * A template is copied beside itself, not into the shadow tree, so that the page's styles apply to the copy.
 */
export class RemoteView {
  readonly #host: HTMLElement;
  readonly #stage: HTMLElement;
  readonly #title: HTMLElement = createNode('span', {});
  readonly #code: HTMLElement = createNode('code', {});
  readonly #message: HTMLElement = createNode('p', {});
  /** The names of the parts that are shown. */
  #shown: readonly string[] = [];
  #copy: HTMLElement | undefined;
  #state: LoadState = { status: 'unloaded' };

  constructor(host: HTMLElement, root: Node) {
    const part = (name: string, ...children: readonly Node[]): HTMLElement =>
      createNode('div', { part: name }, ...children);
    const slot = (name: string, ...fallback: readonly Node[]): Node => createNode('slot', { name }, ...fallback);
    const alert = part('error', slot('error', this.#createCard()));
    alert.role = 'alert';
    this.#host = host;
    this.#stage = createNode(
      'div',
      {},
      part('placeholder', slot('')),
      part('loading', slot('loading')),
      part('bar'),
      alert,
      part('content', slot(contentSlot)),
    );
    root.appendChild(this.#stage);
    // A parser may bring the children after the load has begun.
    this.#stage.addEventListener('slotchange', () => this.show(this.#state));
    this.show(this.#state);
  }

  /** Shows what a state looks like. */
  show(state: LoadState): void {
    this.#state = state;
    this.#shown = this.#partsOf(state);
    const [first] = this.#shown;
    const holder = this.#stage.querySelector<HTMLElement>(':focus-within');
    this.#copyTemplate(first === 'error' ? first : state.status);
    if (state.status === 'error') this.#tell(state.error, state.flags);
    for (const part of this.#stage.children) {
      (part as HTMLElement).hidden = !this.#shown.includes(part.part.value);
    }
    // Until the page has handled an error or not, nothing is gone for good.
    if (holder?.hidden && first !== 'error') this.#focus(first);
  }

  /** What it shows: the first of these is what there is to see, and the focus goes there. */
  #partsOf(state: LoadState): readonly string[] {
    switch (state.status) {
      case 'unloaded':
        return ['placeholder'];
      case 'loading':
        // The app mounts while it is laid out but not yet seen, so that it can measure its place.
        // An error stays until the outcome is known: nothing jumps, and its button keeps the focus.
        if (this.#shown.includes('error')) return ['error', 'bar', 'content'];
        // The loading slot takes over from the placeholder, after a delay that is left to CSS.
        return ['placeholder', this.#child('loading') ? 'loading' : 'bar', 'content'];
      case 'loaded':
      case 'suspended':
        return ['content'];
      case 'error':
        return [state.isHandled && !this.#child('error') ? 'placeholder' : 'error'];
    }
  }

  /** The child that fills a slot. */
  #child(slot: string, selector = '*'): HTMLElement | null {
    return this.#host.querySelector(`:scope > ${selector}[slot="${slot}"]`);
  }

  #copyTemplate(slot: string): void {
    if (this.#copy?.slot === slot) return;
    this.#copy?.remove();
    const template = this.#child(slot, 'template') as HTMLTemplateElement | null;
    this.#copy = template ? createNode('div', { slot }, document.importNode(template.content, true)) : undefined;
    if (this.#copy) this.#host.append(this.#copy);
  }

  /** As text, never as HTML: names and addresses in a message come from elsewhere. */
  #tell(error: Error, flags: LoadState['flags']): void {
    const fill = (node: HTMLElement, kind: string, text: string): void => {
      const places = this.#copy?.querySelectorAll(`[data-federation-${kind}]`) ?? [];
      for (const place of [node, ...places]) place.textContent = text;
    };
    this.#title.textContent = flags?.includes('offline')
      ? 'You are offline. This part of the page is loaded when you are back.'
      : 'This part of the page could not be loaded.';
    fill(this.#code, 'code', 'code' in error ? String(error.code) : error.name);
    fill(this.#message, 'message', error.message);
  }

  /** Whoever stood in what has gone, on the retry button say, stands in what is there now. */
  #focus(part: string | undefined): void {
    const target = part === 'content' ? this.#child(contentSlot) : (this.#stage.firstElementChild as HTMLElement);
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  #createCard(): HTMLElement {
    const button = createNode('button', { type: 'button', part: 'retry' }, 'Try again');
    button.setAttribute('command', '--retry');
    return createNode(
      'div',
      { className: 'card', lang: 'en', dir: 'ltr' },
      this.#title,
      button,
      createNode('details', {}, createNode('summary', {}, 'Details'), this.#message, this.#code),
    );
  }
}
