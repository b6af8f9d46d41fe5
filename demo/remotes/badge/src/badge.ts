import { css, html, LitElement, type TemplateResult } from 'lit';

interface CartEvent extends CustomEvent {
  readonly detail: { readonly count: number; readonly total: number };
}

/** The cart in one line: how many pieces, and what they cost. A link to the cart itself. */
class Badge extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    a {
      display: flex;
      align-items: center;
      gap: 0.6rem;
      padding: 0.4rem 0.5rem 0.4rem 0.9rem;
      border-radius: 99px;
      background: var(--shop-ink, #2a231d);
      color: var(--shop-paper, #f7f2e9);
      font-size: 0.875rem;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      text-decoration: none;
      white-space: nowrap;
    }
    a:focus-visible {
      outline: 2px solid var(--shop-accent, #b04a26);
      outline-offset: 3px;
    }
    .count {
      display: grid;
      place-items: center;
      min-width: 1.6rem;
      height: 1.6rem;
      border-radius: 99px;
      background: var(--shop-paper, #f7f2e9);
      color: var(--shop-ink, #2a231d);
    }
    .filled .count {
      background: var(--shop-accent, #b04a26);
      color: var(--shop-on-accent, #fff);
    }
    @media (prefers-reduced-motion: no-preference) {
      .count[data-bump] {
        animation: bump 0.4s cubic-bezier(0.3, 1.8, 0.5, 1);
      }
    }
    @keyframes bump {
      40% {
        scale: 1.35;
      }
    }
  `;

  static override properties = {
    currency: {},
    href: {},
    count: { state: true },
    total: { state: true },
  };

  /** ISO code, as in `EUR`. */
  declare currency: string;
  /** Where the cart is. */
  declare href: string;
  declare count: number;
  declare total: number;

  #connection = new AbortController();

  constructor() {
    super();
    this.currency = 'EUR';
    this.href = '#cart';
    this.count = 0;
    this.total = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    document.addEventListener('shop:cart', (event) => this.#show((event as CartEvent).detail), { signal });
    // The cart may have been there first: whoever keeps it says again what is in it.
    this.dispatchEvent(new CustomEvent('shop:ask', { bubbles: true, composed: true }));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  protected override render(): TemplateResult {
    const style = { style: 'currency', currency: this.currency, trailingZeroDisplay: 'stripIfInteger' } as const;
    const total = new Intl.NumberFormat('en', style).format(this.total);
    // What is seen is part of what is heard, so that one can say it to press it.
    const pieces = `${this.count} ${this.count === 1 ? 'piece' : 'pieces'}`;
    const label = this.count === 0 ? `Cart ${pieces}` : `Cart: ${total} ${pieces}`;
    return html`
      <a href=${this.href} class=${this.count > 0 ? 'filled' : ''} aria-label=${label}>
        <span>${this.count > 0 ? total : 'Cart'}</span>
        <span class="count" @animationend=${this.#settle}>${this.count}</span>
      </a>
    `;
  }

  #show({ count, total }: CartEvent['detail']): void {
    if (count > this.count) this.renderRoot.querySelector('.count')?.toggleAttribute('data-bump', true);
    this.count = count;
    this.total = total;
  }

  #settle(event: Event): void {
    (event.currentTarget as Element).removeAttribute('data-bump');
  }
}

customElements.define('kiln-badge', Badge);
