/**
 * What the import maps of a document say for everyone: bare specifier → absolute URL.
 *
 * Of two rules the first stands, as in browsers; what they ignore is left out.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#import-map-parse-result
 */
export function readPageRules(page: Document): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  for (const { text } of page.querySelectorAll<HTMLScriptElement>('script[type="importmap" i]')) {
    for (const [specifier, address] of Object.entries(importsOf(text))) {
      const url = typeof address === 'string' && URL.canParse(address, page.baseURI) && new URL(address, page.baseURI);
      if (url && !rules.has(specifier)) rules.set(specifier, url.href);
    }
  }
  return rules;
}

function importsOf(text: string): object {
  try {
    return JSON.parse(text)?.imports ?? {};
  } catch {
    // The browser has said so on the console.
    return {};
  }
}
