import { type CSSResult, css } from 'lit';

/** The colours and fonts are the page's, by custom properties; each has a default for a page that has none. */
export const styles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 2.25rem 1.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  @container (width < 40rem) {
    ul {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 1.75rem 1rem;
    }
  }
  article {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    height: 100%;
  }
  button {
    border: 0;
    font: inherit;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 2px solid var(--shop-accent, #b04a26);
    outline-offset: 3px;
  }
  .picture {
    position: relative;
    display: block;
    padding: 0;
    border-radius: var(--shop-radius, 14px);
    background: radial-gradient(circle at 30% 15%, color-mix(in oklab, var(--tint), white 22%), var(--tint) 75%);
    overflow: clip;
  }
  .picture::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid transparent;
    border-radius: inherit;
  }
  .selected .picture::after {
    border-color: var(--shop-accent, #b04a26);
  }
  img {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 1;
    padding: 6%;
    box-sizing: border-box;
  }
  @media (prefers-reduced-motion: no-preference) {
    img {
      transition: scale 0.5s cubic-bezier(0.2, 0.8, 0.2, 1);
    }
    .picture:hover img {
      scale: 1.05;
    }
  }
  .quantity {
    position: absolute;
    inset: 0.75rem auto auto 0.75rem;
    padding: 0.2rem 0.6rem;
    border-radius: 99px;
    background: var(--shop-ink, #2a231d);
    color: var(--shop-paper, #f7f2e9);
    font-size: 0.75rem;
    font-weight: 600;
  }
  h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 0.75rem;
    margin: 0.9rem 0 0;
    font: 500 1.25rem / 1.2 var(--shop-serif, serif);
  }
  h3 span {
    color: var(--shop-muted, #75695c);
    font: 400 0.8125rem / 1.5 var(--shop-sans, sans-serif);
  }
  p {
    margin: 0.3rem 0 0.8rem;
    color: var(--shop-muted, #75695c);
    font-size: 0.9rem;
    line-height: 1.45;
    text-wrap: pretty;
  }
  .buy {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .price {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .add {
    padding: 0.45rem 1.1rem;
    border: 1px solid var(--shop-line-strong, #cdbfa8);
    border-radius: 99px;
    background: transparent;
    color: inherit;
    font-size: 0.875rem;
    font-weight: 600;
    transition:
      background 0.15s,
      color 0.15s,
      border-color 0.15s;
  }
  .add:hover {
    border-color: var(--shop-accent, #b04a26);
    background: var(--shop-accent, #b04a26);
    color: var(--shop-on-accent, #fff);
  }
`;
