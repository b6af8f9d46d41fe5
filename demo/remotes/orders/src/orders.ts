import { html, LitElement, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styles } from './orders.styles.js';
import { type Line, type Order, type OrderState, pastOrders } from './past-orders.js';

interface OrderEvent extends CustomEvent {
  readonly detail: { readonly lines: readonly Line[]; readonly total: number; readonly placed: string };
}

const labels: Readonly<Record<OrderState, string>> = {
  kiln: 'In the kiln',
  way: 'On its way',
  delivered: 'Delivered',
};

/**
 * What this visitor has ordered, the latest first.
 *
 * @fires shop:add - `{ id, name, price, image }`, once for each piece of an order that is ordered again.
 */
export default class Orders extends LitElement {
  static override styles = styles;

  static override properties = {
    currency: {},
    orders: { state: true },
  };

  /** ISO code, as in `EUR`. */
  declare currency: string;
  declare orders: readonly Order[];

  #connection = new AbortController();

  constructor() {
    super();
    this.currency = 'EUR';
    this.orders = pastOrders;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    document.addEventListener('shop:order', (event) => this.#take((event as OrderEvent).detail), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
  }

  protected override render(): TemplateResult {
    return html`<ul>${this.orders.map((order) => html`<li>${this.#renderOrder(order)}</li>`)}</ul>`;
  }

  #renderOrder({ number, placed, lines, total, state }: Order): TemplateResult {
    const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' }).format(
      new Date(placed),
    );
    const money = new Intl.NumberFormat('en', {
      style: 'currency',
      currency: this.currency,
      trailingZeroDisplay: 'stripIfInteger',
    });
    const goods = lines.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name)).join(', ');
    return html`
      <span class="number">No. ${number}</span>
      <span class="goods">${goods}<time datetime=${placed}>${date}</time></span>
      <span class=${classMap({ state: true, [state]: true })}>${labels[state]}</span>
      <span class="total">${money.format(total)}</span>
      <button type="button" aria-label="Order number ${number} again" @click=${() => this.#repeat(lines)}>Again</button>
    `;
  }

  #take({ lines, total, placed }: OrderEvent['detail']): void {
    const number = Math.max(...this.orders.map((order) => order.number)) + 1;
    this.orders = [{ number, placed, lines, total, state: 'kiln' }, ...this.orders];
  }

  #repeat(lines: readonly Line[]): void {
    for (const { quantity, ...piece } of lines) {
      for (let one = 0; one < quantity; one++) {
        this.dispatchEvent(new CustomEvent('shop:add', { detail: piece, bubbles: true, composed: true }));
      }
    }
  }
}
