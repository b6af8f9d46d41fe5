/**
 * An import map, as the HTML Standard has it.
 *
 * All addresses and scope prefixes are absolute URLs, so that the map means the same wherever it is put.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#import-maps
 */
export interface ImportMap {
  /** Specifier → URL. */
  readonly imports: Readonly<Record<string, string>>;
  /** URL prefix (with a trailing slash) or exact URL of the importing file → specifier → URL. */
  readonly scopes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** URL → hash, as in `sha384-…`. */
  readonly integrity: Readonly<Record<string, string>>;
}
