import { FederationError } from '../core/errors.js';
import { reasonOf } from './reason-of.js';
import type { LoadThorough } from './thorough/load-thorough.js';

/** One document to fetch, and how. */
export interface JsonRequest {
  /** Absolute. */
  readonly url: string;
  /** The remote whose entry it is; without it, it is the manifest. */
  readonly remote?: string | undefined;
  /** Milliseconds for each attempt. */
  readonly timeout: number;
  /** Further attempts after a failure that may pass. */
  readonly retry: number;
  /** Ends all of it. */
  readonly signal?: AbortSignal | undefined;
  /** How the browser fetches it. */
  readonly init: RequestInit;
  /** Rejects if an answer may not come from there: redirects lead anywhere. */
  readonly checkOrigin: (url: string) => Promise<unknown>;
}

/** A document, parsed but not yet checked. */
export interface FetchedJson {
  readonly json: unknown;
  /** Where it came from in the end: what its relative addresses are relative to. */
  readonly url: string;
}

/** An attempt that gave no document. */
export interface FailedAttempt {
  /** Where it came to. */
  readonly url: string;
  /** What is there instead. */
  readonly text?: string | undefined;
  readonly isLate: boolean;
  readonly cause: unknown;
}

/** Bytes; far above any real document. What is larger would only fill the memory of the page. */
const largest = 16 * 1024 * 1024;

/**
 * Fetches a JSON document. What goes wrong is left to thorough code: {@link fetchAgain}.
 *
 * @throws {@link FederationError} as that; only `manifest-unreachable` or `remote-entry-unreachable` where it cannot be
 *   loaded; what `checkOrigin` throws; the reason of the signal.
 */
export async function fetchJson(request: JsonRequest, loadThorough: LoadThorough): Promise<FetchedJson> {
  const attempt = await attemptToFetch(request);
  if ('json' in attempt) return attempt;
  const { url, cause } = attempt;
  const { remote, signal } = request;
  signal?.throwIfAborted();
  const thorough = await loadThorough().catch(() => undefined);
  if (thorough) return thorough.fetchAgain(request, attempt);
  const details = { ...(remote !== undefined && { remote }), url, reason: reasonOf(cause) };
  const code = remote === undefined ? 'manifest-unreachable' : 'remote-entry-unreachable';
  throw new FederationError(code, details as Required<typeof details>, JSON.stringify(details), { cause });
}

/** Fetches a JSON document once. Never rejects. */
export async function attemptToFetch(request: JsonRequest): Promise<FetchedJson | FailedAttempt> {
  const { timeout, signal, init, checkOrigin } = request;
  let { url } = request;
  let text: string | undefined;
  const controller = new AbortController();
  const deadline = AbortSignal.timeout(timeout);
  for (const end of [deadline, signal]) end?.addEventListener('abort', () => controller.abort(), { once: true });
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    url = response.url;
    await checkOrigin(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    // There is one in all engines, also if nothing is in it.
    text = await readText(response.body as ReadableStream<Uint8Array>);
    return { json: JSON.parse(text), url };
  } catch (cause) {
    // Nobody reads on.
    controller.abort();
    return { url, text, isLate: deadline.aborted, cause };
  }
}

/** The body as text; a RangeError as soon as it is too large, whatever its headers say. */
async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    if (text.length > largest) throw new RangeError(`it is larger than ${largest} bytes`);
    if (done) return text;
  }
}
