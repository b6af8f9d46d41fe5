/**
 * Gives a stylesheet to the document, or the shadow tree, that a node is in. Once, however often it is asked.
 *
 * A constructed stylesheet needs no element, and no exception in a Content-Security-Policy.
 */
export function adoptStyles(node: Node, sheet: CSSStyleSheet): void {
  const root = node.getRootNode() as Document | ShadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
