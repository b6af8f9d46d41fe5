import { css, html, LitElement } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';

export class CartWidget extends LitElement {
  static properties = { items: { attribute: false }, open: { type: Boolean, reflect: true } };
  static styles = css`
    :host { display: block; }
    .open { font-weight: bold; }
  `;

  constructor() {
    super();
    this.items = [];
    this.open = false;
  }

  render() {
    const lines = repeat(
      this.items,
      ({ name }) => name,
      ({ name, price }) => html`<li>${name} ${price / 100}</li>`,
    );
    return html`<ul class=${classMap({ open: this.open })}>${lines}</ul>`;
  }
}

customElements.define('cart-widget', CartWidget);
