import { type CSSResult, css } from 'lit';

/** The colours and fonts are the page's, by custom properties; each has a default for a page that has none. */
export const styles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 5.5rem 1fr auto 5rem auto;
    align-items: center;
    gap: 0 1.5rem;
    padding: 1rem 0;
    border-top: 1px solid var(--shop-line, #e6dccb);
  }
  li:last-child {
    border-bottom: 1px solid var(--shop-line, #e6dccb);
  }
  .number,
  time {
    color: var(--shop-muted, #75695c);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .goods {
    font: 500 1.0625rem / 1.35 var(--shop-serif, serif);
  }
  time {
    display: block;
    font-family: var(--shop-sans, sans-serif);
    font-weight: 400;
  }
  .total {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .state {
    padding: 0.2rem 0.7rem;
    border-radius: 99px;
    background: color-mix(in oklab, var(--_hue) 14%, transparent);
    color: color-mix(in oklab, var(--_hue) 52%, var(--shop-ink, #2a231d));
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .kiln {
    --_hue: var(--shop-accent, #b04a26);
  }
  .way {
    --_hue: var(--shop-gold, #b7801f);
  }
  .delivered {
    --_hue: var(--shop-leaf, #55703f);
  }
  button {
    padding: 0.4rem 0.95rem;
    border: 1px solid var(--shop-line-strong, #cdbfa8);
    border-radius: 99px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.875rem;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover {
    background: var(--shop-wash, #efe7d8);
  }
  button:focus-visible {
    outline: 2px solid var(--shop-accent, #b04a26);
    outline-offset: 2px;
  }
  @container (width < 38rem) {
    li {
      grid-template-columns: 1fr auto;
      gap: 0.5rem 1rem;
    }
    .number {
      grid-column: 1 / -1;
    }
    .goods {
      grid-column: 1;
    }
    .state {
      justify-self: end;
    }
    .total {
      text-align: start;
    }
    button {
      justify-self: end;
    }
  }
`;
