import type { Props } from '../src/browser/mount-api.js';
import { FederationError } from '../src/core/errors.js';

/**
 * The props that an attribute or a property stands for: an object, or the text of one in JSON.
 *
 * @param remote - For the message.
 * @returns An empty object, if there are none.
 * @throws {@link FederationError} `props-invalid`, if it is anything else.
 */
export function parseProps(value: unknown, remote: string): Props {
  const props = parseJson(value) ?? {};
  if (typeof props === 'object' && !Array.isArray(props)) return props as Props;
  const text = String(typeof value === 'object' ? JSON.stringify(value) : value).slice(0, 80);
  const sentences = `The props attribute of "${remote}" is not a JSON object: ${text}. Correct it, or set the property.`;
  throw new FederationError('props-invalid', { remote, props: text }, sentences);
}

/** What a text stands for in JSON; what is none is given back as it is. */
export function parseJson(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}
