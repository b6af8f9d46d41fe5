import type { CSSResult } from '@lit/reactive-element';
import { css } from './css.js';

/**
 * The look of what `<federation-remote>` itself shows, never of the app.
 *
 * All colours but one come from the colour of the text around, so that the views fit light and dark pages alike, also
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
  :host(:state(loading)) [part='content'],
  [part='bar'] {
    position: absolute;
    inset: 0 0 auto;
  }
  :host(:state(loading)) [part='content'] {
    visibility: hidden;
  }
  /* The one vanishes in the very moment in which the other appears. */
  [part='placeholder']:has(+ :not([hidden])) {
    animation: vanish 1ms var(--federation-loading-delay, 200ms) step-end both;
  }
  [part='loading'] {
    animation: appear 1ms var(--federation-loading-delay, 200ms) step-end both;
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
    animation:
      appear 1ms var(--federation-loading-delay, 200ms) step-end both,
      run 1.5s infinite;
    border-top: 2px solid var(--federation-accent-color, currentColor);
    opacity: 0.5;
    transform-origin: left;
  }
  /* Without these frames it stands still. */
  @media (prefers-reduced-motion: no-preference) {
    @keyframes run {
      from {
        transform: scaleX(0);
      }
      to {
        opacity: 0;
      }
    }
  }
  .card {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    padding: 0.75em 1em;
    border: 1px solid color-mix(in srgb, currentColor 20%, transparent);
    border-left: 4px solid var(--federation-error-color, #d92d20);
    border-radius: 4px;
  }
  span {
    flex: 1 1 7em;
  }
  details {
    flex: 0 0 100%;
    font-size: 0.875em;
  }
  button {
    font: inherit;
  }
  p {
    overflow-wrap: anywhere;
  }
`;
