/**
 * What the further origins were asked for, so that a test can say that something was not fetched, or without cookies.
 *
 * @typedef {object} LoggedRequest
 * @property {string} method
 * @property {string} url - Path and query.
 * @property {boolean} cookie - Whether it carried one.
 * @property {string} referrer - Empty if it told none.
 * @property {boolean} aborted - Whether the page gave it up before the answer was complete.
 */

/** A log that answers `/__requests.json?contains=…` with the matching requests so far. */
export class RequestLog {
  /** @type {LoggedRequest[]} */
  #requests = [];

  /** @returns Whether the request was for the log itself, and is answered. */
  answer(request, response) {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname !== '/__requests.json') return false;
    const wanted = url.searchParams.get('contains') ?? '';
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(this.#requests.filter((logged) => logged.url.includes(wanted))));
    return true;
  }

  add(request, response) {
    const logged = {
      method: request.method,
      url: request.url,
      cookie: request.headers.cookie !== undefined,
      referrer: request.headers.referer ?? '',
      aborted: false,
    };
    this.#requests.push(logged);
    response.once('close', () => {
      logged.aborted = !response.writableEnded;
    });
  }
}
