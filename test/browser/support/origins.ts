/**
 * Origins beside the page's own, each a real server on a port of its own that serves the repository's files as they
 * are on disk, with CORS. A path may start with a fault, as in `/__fault/slow,ms=300/…`: see test/support/faults.
 * `/__requests.json?contains=…` of each tells what it was asked for: see {@link requestsTo}.
 */
export interface Origins {
  readonly second: string;
  readonly third: string;
  readonly fourth: string;
  /** Nothing listens here. */
  readonly dead: string;
}

/** A request as the server saw it. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly cookie: boolean;
  /** Empty if it told none. */
  readonly referrer: string;
  /** Given up by the page before the answer was complete. */
  readonly aborted: boolean;
}

const response = await fetch('/__origins.json');

/** The addresses of this run, without a trailing slash. */
export const origins: Origins = await response.json();

/** What an origin was asked for so far, of the requests whose path and query contain the text. */
export async function requestsTo(origin: string, contains: string): Promise<readonly LoggedRequest[]> {
  const response = await fetch(`${origin}/__requests.json?contains=${encodeURIComponent(contains)}`);
  return response.json();
}

/** The address of a file that the server makes up: it sends this text, typed by the file name. */
export function echoAddress(origin: string, fileName: string, body: string): string {
  // Twice: a comma inside would end the parameter, and a slash the fault.
  return `${origin}/__fault/echo,body=${encodeURIComponent(body)}/${fileName}`;
}
