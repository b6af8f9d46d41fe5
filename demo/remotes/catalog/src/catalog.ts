import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { styles } from './catalog.styles.js';
import { type Product, products } from './products.js';

/** What the cart tells of itself. */
interface CartEvent extends CustomEvent {
  readonly detail: { readonly lines: readonly { readonly id: string; readonly quantity: number }[] };
}

/**
 * The collection, as a shelf to choose from.
 *
 * @fires shop:select - `{ id, name }`: a piece was chosen.
 * @fires shop:add - `{ id, name, price, image }`: one of a piece is to be put into the cart.
 */
export default class Catalog extends LitElement {
  static override styles = styles;

  static override properties = {
    currency: {},
    selected: {},
    quantities: { state: true },
  };

  /** ISO code, as in `EUR`. */
  declare currency: string;
  /** Id of the piece that is chosen. */
  declare selected: string;
  /** How many of each piece are in the cart, by id. */
  declare quantities: ReadonlyMap<string, number>;

  #connection = new AbortController();

  constructor() {
    super();
    this.currency = 'EUR';
    this.selected = '';
    this.quantities = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    document.addEventListener(
      'shop:cart',
      (event) => {
        this.quantities = new Map((event as CartEvent).detail.lines.map(({ id, quantity }) => [id, quantity]));
      },
      { signal },
    );
    this.#emit('shop:ask');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  protected override render(): TemplateResult {
    return html`<ul>${products.map((product) => html`<li>${this.#renderProduct(product)}</li>`)}</ul>`;
  }

  #renderProduct(product: Product): TemplateResult {
    const { name, kind, note, image, price, tint } = product;
    const isSelected = product.id === this.selected;
    const quantity = this.quantities.get(product.id) ?? 0;
    return html`
      <article
        class=${classMap({ selected: isSelected })}
        style=${styleMap({ '--tint': `light-dark(${tint[0]}, ${tint[1]})` })}
      >
        <button class="picture" aria-pressed=${isSelected} aria-label="Show ${name}" @click=${() => this.#select(product)}>
          <img src=${image} alt="" width="240" height="240" />
          ${quantity > 0 ? html`<span class="quantity">${quantity} in cart</span>` : nothing}
        </button>
        <h3>${name} <span>${kind}</span></h3>
        <p>${note}</p>
        <div class="buy">
          <span class="price">${this.#money(price)}</span>
          <button class="add" aria-label="Add ${name} to the cart" @click=${() => this.#add(product)}>Add</button>
        </div>
      </article>
    `;
  }

  #select({ id, name }: Product): void {
    this.selected = id;
    this.#emit('shop:select', { id, name });
  }

  #add(product: Product): void {
    const { id, name, price, image } = product;
    this.#emit('shop:add', { id, name, price, image });
    this.#select(product);
  }

  #emit(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #money(amount: number): string {
    const style = { style: 'currency', currency: this.currency, trailingZeroDisplay: 'stripIfInteger' } as const;
    return new Intl.NumberFormat('en', style).format(amount);
  }
}
