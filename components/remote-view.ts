import { createNode } from './create-node.js';
import type { LoadState } from './load-state.js';
import { contentSlot } from './mount-target.js';

/** What the tag shows: exactly one of these at a time. */
type View = 'placeholder' | 'loading' | 'replacing' | 'content' | 'error' | 'retrying';

/** The parts that each view consists of; the others are hidden. */
const partsOf: Readonly<Record<View, readonly string[]>> = {
  placeholder: ['placeholder'],
  // The app mounts while it is laid out but not yet seen, so that it can measure its place.
  loading: ['placeholder', 'bar', 'content'],
  // The loading slot takes over from the placeholder, after a delay that is left to CSS.
  replacing: ['placeholder', 'loading', 'content'],
  content: ['content'],
  error: ['error'],
  // The error stays until the outcome is known: nothing jumps, and its button keeps the focus.
  retrying: ['error', 'bar', 'content'],
};

/**
 * The shadow tree of `<federation-remote>`, and the copies of the author's templates.
 *
 * A template is copied beside itself, not into the shadow tree, so that the page's styles apply to the copy.
 */
export class RemoteView {
  readonly #host: HTMLElement;
  readonly #stage: HTMLElement;
  readonly #alert: HTMLElement;
  readonly #title: HTMLElement = createNode('span', {});
  readonly #code: HTMLElement = createNode('code', {});
  readonly #message: HTMLElement = createNode('p', {});
  #copy: HTMLElement | undefined;
  #state: LoadState = { status: 'unloaded' };

  constructor(host: HTMLElement, root: Node) {
    const slot = (name: string, ...fallback: readonly Node[]): Node => createNode('slot', { name }, ...fallback);
    const part = (name: string, ...children: readonly Node[]): HTMLElement =>
      createNode('div', { part: name }, ...children);
    this.#host = host;
    this.#alert = part('error', slot('error', this.#createCard()));
    this.#alert.role = 'alert';
    this.#stage = createNode(
      'div',
      {},
      part('placeholder', slot('')),
      part('loading', slot('loading')),
      part('bar'),
      this.#alert,
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
    const holder = this.#stage.querySelector<HTMLElement>(':focus-within');
    const view = this.#viewOf(state);
    this.#copyTemplate(view === 'retrying' ? 'error' : state.status);
    if (state.status === 'error') this.#tell(state.error, state.isOffline);
    this.#stage.className = view;
    for (const part of this.#stage.children) {
      (part as HTMLElement).hidden = !partsOf[view].includes(part.part.value);
    }
    // Until the page has handled an error or not, nothing is gone for good.
    if (holder?.hidden && view !== 'error') this.#focus(view);
  }

  #viewOf(state: LoadState): View {
    switch (state.status) {
      case 'unloaded':
        return 'placeholder';
      case 'loading':
        if (state.isRetry && !this.#alert.hidden) return 'retrying';
        return this.#child('loading') ? 'replacing' : 'loading';
      case 'loaded':
      case 'suspended':
        return 'content';
      case 'error':
        return state.isHandled && !this.#child('error') ? 'placeholder' : 'error';
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
  #tell(error: Error, isOffline: boolean): void {
    const code = 'code' in error ? String(error.code) : error.name;
    const fill = (text: string, kind: string, node: HTMLElement): void => {
      for (const place of [node, ...(this.#copy?.querySelectorAll(`[data-federation-${kind}]`) ?? [])]) {
        place.textContent = text;
      }
    };
    this.#title.textContent = isOffline
      ? 'You are offline. This part of the page is loaded when you are back.'
      : 'This part of the page could not be loaded.';
    fill(code, 'code', this.#code);
    fill(error.message, 'message', this.#message);
  }

  /** Whoever stood in what has gone, on the retry button say, stands in what is there now. */
  #focus(view: View): void {
    const part = this.#stage.querySelector<HTMLElement>(`[part=${view}]`);
    const target = view === 'content' ? this.#child(contentSlot) : part;
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
