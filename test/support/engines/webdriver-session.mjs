import { setTimeout as delay } from 'node:timers/promises';

/**
 * One session of the W3C WebDriver protocol, with only what the test runner asks for.
 *
 * @see https://www.w3.org/TR/webdriver2/
 */
export class WebDriverSession {
  #address;
  #path;

  /** As in `2.50.6`. */
  browserVersion;

  constructor(address, { sessionId, capabilities }) {
    this.#address = address;
    this.#path = `/session/${sessionId}`;
    this.browserVersion = capabilities.browserVersion;
  }

  /** Waits until the driver at the address answers, then opens a session. */
  static async open(address, capabilities) {
    await waitForDriver(address);
    const body = { capabilities: { alwaysMatch: { pageLoadStrategy: 'none', ...capabilities } } };
    return new WebDriverSession(address, await request(address, 'POST', '/session', body));
  }

  navigate(url) {
    return request(this.#address, 'POST', `${this.#path}/url`, { url });
  }

  perform(actions) {
    return request(this.#address, 'POST', `${this.#path}/actions`, { actions });
  }

  async screenshot() {
    return Buffer.from(await request(this.#address, 'GET', `${this.#path}/screenshot`), 'base64');
  }

  close() {
    return request(this.#address, 'DELETE', this.#path);
  }
}

async function request(address, method, path, body) {
  const response = await fetch(address + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const { value } = await response.json();
  if (value?.error) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}

async function waitForDriver(address, attempts = 100) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request(address, 'GET', '/status');
    } catch (error) {
      if (attempt === attempts) throw error;
      await delay(100);
    }
  }
}
