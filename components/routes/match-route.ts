import { createPattern } from './create-pattern.js';
import type { Route } from './route.js';

/**
 * Matches a URL with the pattern of a tag.
 *
 * The base of the match is the shortest leading part of the path that matches by itself, with the same parameters: so
 * only what a `*` took is not part of it. A pattern that is not about the path leaves the base as it is.
 *
 * @param base - Path of the enclosing route; see {@link createPattern}.
 * @returns `undefined`, if it does not match.
 * @throws TypeError, if the pattern is none.
 */
export function matchRoute(pattern: string, url: string, base?: string): Route | undefined {
  const { pathname, search, hash, origin } = new URL(url);
  // The start page of an app may be called with or without a slash.
  const path = withSlash(pathname) === base ? base : pathname;
  const paramsAt = (part: string): Route['params'] | undefined => {
    const place = `${origin}${part}${search}${hash}`;
    const found = createPattern(pattern, place, base).exec(place);
    return found ? paramsOf(found) : undefined;
  };
  const params = paramsAt(path);
  if (!params) return undefined;
  if (/^[?#]/.test(pattern)) return { base: base ?? withSlash(path), params };
  const wanted = JSON.stringify(params);
  const shortest = leadingParts(path).find((part) => JSON.stringify(paramsAt(part)) === wanted);
  return { base: withSlash(shortest ?? path), params };
}

/** A path with a slash at its end. */
export function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** `/`, `/a`, `/a/`, `/a/b` of `/a/b`. */
function leadingParts(path: string): readonly string[] {
  const ends = Array.from(path.matchAll(/\//g), ({ index }) => [index, index + 1]).flat();
  return [...ends.slice(1), path.length].map((end) => path.slice(0, end));
}

/** The groups that have a name. */
function paramsOf({ pathname, search, hash }: URLPatternResult): Route['params'] {
  const groups = Object.entries({ ...hash.groups, ...search.groups, ...pathname.groups });
  return Object.fromEntries(groups.filter(([name]) => !/^\d/.test(name)).map(([name, value]) => [name, decode(value)]));
}

/** Part of a URL, decoded; as it is, if it is not encoded well. */
export function decode(value: string | undefined): string | undefined {
  try {
    return value && decodeURIComponent(value);
  } catch {
    return value;
  }
}
