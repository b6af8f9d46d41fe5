import { FederationError } from '../core/errors.js';
import { type ExplainedCode, explain } from '../core/explain.js';
import { attemptToFetch, type FailedAttempt, type FetchedJson, type JsonRequest } from './fetch-json.js';
import { isTemporary } from './is-temporary.js';
import { pause } from './pause.js';
import { reasonOf } from './reason-of.js';

/**
 * Goes on after a first attempt to fetch a JSON document failed.
 *
 * What {@link isTemporary} is tried again; everything else is final at once.
 *
 * @throws {@link FederationError} `manifest-` or `remote-entry-` and `unreachable`, `timeout`, `html` or `malformed`;
 *   what `checkOrigin` throws; the reason of the signal.
 */
export async function fetchAgain(request: JsonRequest, first: FailedAttempt): Promise<FetchedJson> {
  const { retry, signal } = request;
  for (let failed = first, again = 0; ; again++) {
    signal?.throwIfAborted();
    const error = explainAttempt(failed, request);
    if (!(again < retry) || !isTemporary(error)) throw error;
    await pause(again);
    signal?.throwIfAborted();
    const attempt = await attemptToFetch(request);
    if ('json' in attempt) return attempt;
    failed = attempt;
  }
}

function explainAttempt({ url, text, isLate, cause }: FailedAttempt, request: JsonRequest): unknown {
  const { remote, timeout, init } = request;
  const fail = (fault: string, facts?: object): FederationError => {
    const code = `${remote === undefined ? 'manifest' : 'remote-entry'}-${fault}` as ExplainedCode;
    return explain(code, { ...(remote !== undefined && { remote }), url, ...facts } as never, { cause });
  };
  if (cause instanceof FederationError) return cause;
  const reason = reasonOf(cause);
  if (text !== undefined) return /^\s*</.test(text) ? fail('html') : fail('malformed', { reason });
  if (cause instanceof RangeError) return fail('malformed', { reason });
  if (isLate) return fail('timeout', { timeout });
  // A browser does not say that it was the hash.
  const { integrity } = init;
  return fail('unreachable', { reason, ...(integrity && { integrity }) });
}
