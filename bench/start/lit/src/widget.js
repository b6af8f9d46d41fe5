import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

const pieces = ['Tide', 'Fog', 'Moss'];

export function mount(target) {
  render(
    html`<ul data-mounted>${repeat(
      pieces,
      (piece) => piece,
      (piece) => html`<li>${piece}</li>`,
    )}</ul>`,
    target,
  );
}
