/**
 * A fault is written in front of the path that it spoils: `/__fault/slow,ms=300/test/browser/fixtures/a/remoteEntry.json`.
 * Relative addresses in an answer then stay behind the same fault, so that a whole remote can be slow or flaky.
 *
 * @typedef {object} Fault
 * @property {string} kind - A key of the answers in answer-fault.mjs.
 * @property {ReadonlyMap<string, string>} parameters
 * @property {string} path - Path and query of the file behind the fault, with the leading slash.
 */

const pattern = /^\/__fault\/(?<kind>\w+)(?:,(?<parameters>[^/]*))?(?<path>\/.*)?$/;

/**
 * The fault that a request asks for.
 *
 * @param {string} url - Path and query of the request.
 * @returns {Fault | undefined} `undefined` if it asks for none.
 */
export function parseFault(url) {
  const groups = pattern.exec(url)?.groups;
  if (!groups) return undefined;
  const pairs = (groups.parameters ?? '').split(',').filter(Boolean);
  const parameters = new Map(pairs.map((pair) => splitOnce(decodeURIComponent(pair))));
  return { kind: groups.kind, parameters, path: groups.path ?? '/' };
}

function splitOnce(pair) {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
