import { type CSSResult, css } from '@lit/reactive-element/css-tag.js';

/**
 * The look of what `<federation-remote>` itself shows, never of the app.
 *
 * All colours are mixed from the colour of the text around, so that the views fit light and dark pages alike, also
 * those that never heard of `color-scheme`.
 */
export const remoteStyles: CSSResult = css`
  :host {
    display: block;
  }
  :host([hidden]:not([hidden='until-found' i])),
  :host(:state(away)),
  :host(:state(suspended)),
  [hidden] {
    display: none !important;
  }
  :host(:state(loading)) {
    position: relative;
  }
  :host(:state(loading)) [part='content'] {
    position: absolute;
    inset: 0 0 auto;
    visibility: hidden;
  }
  .replacing > [part='loading'],
  [part='bar'] {
    animation: appear 1ms var(--federation-loading-delay, 200ms) step-end both;
  }
  .replacing > [part='placeholder'] {
    animation: vanish 1ms var(--federation-loading-delay, 200ms) step-end both;
  }
  @keyframes appear {
    from {
      position: absolute;
      height: 0;
      overflow: clip;
      visibility: hidden;
    }
  }
  @keyframes vanish {
    to {
      position: absolute;
      height: 0;
      overflow: clip;
      visibility: hidden;
    }
  }
  [part='bar'] {
    position: absolute;
    inset: 0 0 auto;
    height: 2px;
    overflow: clip;
    color: var(--federation-accent-color, currentColor);
  }
  [part='bar']::after {
    content: '';
    display: block;
    height: 100%;
    background: linear-gradient(90deg, transparent, currentColor, transparent);
    opacity: 0.5;
    forced-color-adjust: none;
    animation: run 1.5s infinite;
  }
  @keyframes run {
    from {
      transform: translateX(-100%);
    }
    to {
      transform: translateX(100%);
    }
  }
  @media (prefers-reduced-motion) {
    [part='bar']::after {
      animation: none;
    }
  }
  .card {
    --_line: color-mix(in srgb, currentColor 18%, transparent);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: 0.5em;
    background: color-mix(in srgb, currentColor 3%, transparent);
    line-height: 1.5;
    text-align: start;
  }
  .card::before {
    content: '!' / '';
    flex: none;
    width: 1.5em;
    border-radius: 50%;
    background: color-mix(in srgb, var(--federation-error-color, #d92d20) 16%, transparent);
    color: color-mix(in srgb, var(--federation-error-color, #d92d20) 70%, currentColor);
    font-weight: 700;
    line-height: 1.5em;
    text-align: center;
  }
  .card > span {
    flex: 1 1 7em;
  }
  button {
    padding: 0.375em 0.875em;
    border: 1px solid var(--_line);
    border-radius: 0.375em;
    background: color-mix(in srgb, currentColor 6%, transparent);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in srgb, currentColor 12%, transparent);
  }
  :host(:state(loading)) button {
    opacity: 0.7;
    cursor: progress;
  }
  details {
    flex: 0 0 100%;
    font-size: 0.875em;
    opacity: 0.8;
  }
  summary {
    width: fit-content;
    cursor: pointer;
  }
  p {
    margin: 0.5em 0 0;
    overflow-wrap: anywhere;
  }
  :focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }
`;
