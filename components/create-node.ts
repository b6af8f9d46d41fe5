/**
 * An element with these properties and children.
 *
 * Nodes instead of HTML text: a page that requires Trusted Types needs no policy for them, and text stays text.
 */
export function createNode<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: object,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}
