import { setTimeout as delay } from 'node:timers/promises';

/** How often each address of a flaky file was asked for, in the life of the server. */
const attempts = new Map();

const types = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  html: 'text/html',
};
const typeOf = (path) => types[/\.(\w+)(?:\?|$)/.exec(path)?.[1]] ?? 'text/plain';

/**
 * What each kind of fault answers, by kind. One that returns `true` only delays: the file behind it follows.
 *
 * @type {Record<string, (fault: import('./fault.mjs').Fault, response: import('node:http').ServerResponse) => unknown>}
 */
const answers = {
  204: (_fault, response) => response.writeHead(204).end(),
  404: (_fault, response) => send(response, 'Not found', 'text/html', 404),
  500: (_fault, response) => send(response, 'Broken', 'text/html', 500),
  /** A server that answers every path with its start page. */
  html: (_fault, response) => send(response, '<!doctype html><title>Start page</title>', 'text/html'),
  /** Never answers; the connection stays open. */
  hang: () => {},
  /** Promises more bytes than it sends. */
  truncated: ({ path }, response) => {
    response.writeHead(200, { 'content-type': typeOf(path), 'content-length': '500' });
    response.write('export ', () => response.destroy());
  },
  /** JSON that comes byte by byte, so that characters are torn. */
  bytes: async (_fault, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    for (const byte of Buffer.from('{"name":"Möbel 🛋"}')) {
      response.write(Uint8Array.of(byte));
      await delay(2);
    }
    response.end();
  },
  /** `ms`: how long it takes (500). */
  slow: async ({ parameters }) => {
    await delay(Number(parameters.get('ms') ?? 500));
    return true;
  },
  /** `fail`: how many requests for the same address get a 503 first (1); `id` makes an address that no other test has asked for. */
  flaky: ({ parameters, path }, response) => {
    const key = `${parameters.get('id')} ${path}`;
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    if (attempt > Number(parameters.get('fail') ?? 1)) return true;
    return send(response, 'Later', 'text/plain', 503);
  },
  /** `body`: what a JSON file was when it was first asked for, before a deploy; `id` as above. Other files are as they are. */
  deploy: ({ parameters, path }, response) => {
    const key = `${parameters.get('id')} ${path}`;
    if (!path.endsWith('.json') || attempts.has(key)) return true;
    attempts.set(key, 1);
    return send(response, parameters.get('body') ?? '', typeOf(path));
  },
  syntax: (_fault, response) => send(response, 'export {{', 'text/javascript'),
  throws: (_fault, response) => send(response, 'throw new Error("thrown while the module ran");', 'text/javascript'),
  malformed: (_fault, response) => send(response, '{ "name": "half', 'application/json'),
  /** JSON, but neither a manifest nor an entry. */
  shape: (_fault, response) => send(response, '{ "name": 1, "exposes": "none", "shared": {} }', 'application/json'),
  /** `mb`: how many megabytes of white space stand in front of the JSON (20). */
  huge: async ({ parameters }, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const megabyte = Buffer.alloc(1024 * 1024, ' ');
    for (let sent = 0; sent < Number(parameters.get('mb') ?? 20) && !response.destroyed; sent++) {
      if (!response.write(megabyte)) await nextDrain(response);
    }
    response.end('{}');
  },
  /** `to`: where it leads; without it, to the file behind the fault. */
  redirect: ({ parameters, path }, response) => {
    response.writeHead(302, { location: parameters.get('to') ?? path });
    response.end();
  },
  /** The file as it is, but for the page's own origin only. */
  nocors: (_fault, response) => {
    response.removeHeader('access-control-allow-origin');
    return true;
  },
  /** The file as it is, and for pages that send cookies as well. */
  credentials: (_fault, response) => {
    response.setHeader('access-control-allow-origin', response.req.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    return true;
  },
  /**
   * Whatever the test says: `body` and, if the file name does not tell, `type` and `status`; each URI-encoded.
   * `integrity`: the answer's Integrity-Policy.
   */
  echo: ({ parameters, path }, response) => {
    const policy = parameters.get('integrity');
    if (policy) response.setHeader('integrity-policy', policy);
    send(
      response,
      parameters.get('body') ?? '',
      parameters.get('type') ?? typeOf(path),
      Number(parameters.get('status') ?? 200),
    );
  },
};

/**
 * Answers badly on purpose.
 *
 * @param {import('./fault.mjs').Fault} fault
 * @param {import('node:http').ServerResponse} response
 * @returns {Promise<boolean>} Whether the file behind the fault is still to be sent.
 */
export async function answerFault(fault, response) {
  const answer = answers[fault.kind];
  if (!answer) {
    send(
      response,
      `There is no fault "${fault.kind}"; there are ${Object.keys(answers).join(', ')}.`,
      'text/plain',
      400,
    );
    return false;
  }
  response.setHeader('cache-control', 'no-store');
  response.setHeader('access-control-allow-origin', '*');
  return (await answer(fault, response)) === true;
}

function send(response, body, type, status = 200) {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

/** A page that goes away closes the response instead of draining it. */
function nextDrain(response) {
  return new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
}
