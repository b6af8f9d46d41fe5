import type { Choice } from './routes/evaluate.js';
import { withSlash } from './routes/match-route.js';
import type { Route } from './routes/route.js';

/**
 * Shows one of its children: the first `<federation-remote>` whose `pattern` matches the location, in document order,
 * else the one without a pattern, else what is in the slot `fallback`.
 *
 * Links to what it shows get `aria-current="page"`. It is registered with the first tag that has a `pattern`; pages
 * without routes do not fetch it.
 *
 * @tagname federation-routes
 * @slot - The remotes among which the location decides.
 * @slot fallback - Shown if none of them matches; an element, or a template.
 */
export class FederationRoutes extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['nav'];

  /** Registers the class, unless the tag is taken. */
  static define(registry: CustomElementRegistry = customElements): void {
    // biome-ignore lint/complexity/noThisInStatic: a class that extends this one registers itself
    if (!registry.get('federation-routes')) registry.define('federation-routes', this);
  }

  readonly #fallback: HTMLSlotElement = createTree(this.attachShadow({ mode: 'open' }));
  readonly #marked = new Set<Element>();
  #choice: Choice = {};
  #copy: HTMLElement | undefined;
  /** Links may come later, and may be changed. */
  readonly #links = new MutationObserver(() => this.#markLinks());

  /** The child that is shown; `undefined` if it is the fallback. */
  get current(): Element | undefined {
    return this.#choice.shown;
  }

  /** The match of that child; `undefined` if none matches. */
  get route(): Route | undefined {
    return this.#choice.route;
  }

  /**
   * Selector of the elements whose links are marked by `aria-current`; default: all of the document.
   *
   * @attr
   */
  get nav(): string | null {
    return this.getAttribute('nav');
  }
  set nav(selector: string | null) {
    if (selector === null) this.removeAttribute('nav');
    else this.setAttribute('nav', selector);
  }

  /**
   * Whether a change is a view transition; never for people who want less motion.
   *
   * @attr
   */
  get transition(): boolean {
    return this.hasAttribute('transition');
  }
  set transition(isWished: boolean) {
    this.toggleAttribute('transition', isWished);
  }

  /** @internal Gives whether it shows something else now. */
  choose(choice: Choice): boolean {
    const isChange = choice.shown !== this.#choice.shown;
    this.#choice = choice;
    this.#fallback.hidden = choice.shown !== undefined;
    this.#copyTemplate();
    this.#markLinks();
    return isChange;
  }

  connectedCallback(): void {
    this.#links.observe(document, { subtree: true, childList: true, attributeFilter: ['href'] });
    this.#markLinks();
  }

  disconnectedCallback(): void {
    this.#links.disconnect();
    this.#markLinks();
  }

  attributeChangedCallback(): void {
    this.#markLinks();
  }

  /** A template is copied beside itself, so that the styles of the page apply. */
  #copyTemplate(): void {
    const template = this.querySelector<HTMLTemplateElement>(':scope > template[slot="fallback"]');
    if (this.#fallback.hidden || !template) {
      this.#copy?.remove();
      this.#copy = undefined;
    } else if (!this.#copy) {
      this.#copy = document.createElement('div');
      this.#copy.slot = 'fallback';
      this.#copy.append(document.importNode(template.content, true));
      this.append(this.#copy);
    }
  }

  /** What an author has marked stays as it is. */
  #markLinks(): void {
    const places = this.nav ? document.querySelectorAll(this.nav) : [document];
    const links = [...places].flatMap((place) => [...place.querySelectorAll<HTMLAnchorElement>('a[href]')]);
    const current = new Set<Element>(links.filter((link) => this.#isCurrent(link)));
    for (const link of this.#marked) {
      if (current.has(link)) continue;
      link.removeAttribute('aria-current');
      this.#marked.delete(link);
    }
    for (const link of current) {
      if (link.hasAttribute('aria-current')) continue;
      link.ariaCurrent = 'page';
      this.#marked.add(link);
    }
  }

  /** Whether a link leads to the page that is shown, or to where its route begins; not to a place in it. */
  #isCurrent({ href, hash, search, origin, pathname }: HTMLAnchorElement): boolean {
    const { route } = this.#choice;
    if (!route || !this.isConnected || origin !== location.origin) return false;
    if (hash) return href === location.href;
    return href === location.href.replace(/#.*/s, '') || (!search && withSlash(pathname) === route.base);
  }
}

/** Fills the shadow tree; gives the slot for what is shown if nothing matches. */
function createTree(root: ShadowRoot): HTMLSlotElement {
  const styles = new CSSStyleSheet();
  styles.replaceSync(':host { display: block } :host([hidden]) { display: none !important }');
  root.adoptedStyleSheets = [styles];
  const [shown, fallback] = [document.createElement('slot'), document.createElement('slot')];
  fallback.name = 'fallback';
  root.append(shown, fallback);
  return fallback;
}
