import { type CSSResult, unsafeCSS } from '@lit/reactive-element';

/** Styles that are one text. Lit's own tag also takes other styles and values, for more bytes than ours are. */
export function css(strings: TemplateStringsArray): CSSResult {
  return unsafeCSS(strings.join(''));
}
