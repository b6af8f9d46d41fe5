import { FederationError } from '../core/errors.js';
import type { Explain } from './create-explain.js';
import { isTemporary } from './is-temporary.js';
import { pause } from './pause.js';
import { reasonOf } from './reason-of.js';

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
  readonly explain: Explain;
}

/** A document, parsed but not yet checked. */
export interface FetchedJson {
  readonly json: unknown;
  /** Where it came from in the end: what its relative addresses are relative to. */
  readonly url: string;
}

/** Bytes; far above any real document. What is larger would only fill the memory of the page. */
const largest = 16 * 1024 * 1024;

/**
 * Fetches a JSON document.
 *
 * What {@link isTemporary} is tried again; everything else is final at once.
 *
 * @throws {@link FederationError} `manifest-` or `remote-entry-` and `unreachable`, `timeout`, `html` or `malformed`;
 *   what `checkOrigin` throws; the reason of the signal.
 */
export async function fetchJson(request: JsonRequest): Promise<FetchedJson> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetchOnce(request);
    } catch (error) {
      if (attempt >= request.retry || !isTemporary(error)) throw error;
      await pause(attempt);
    }
  }
}

async function fetchOnce({
  url,
  remote,
  timeout,
  signal,
  init,
  checkOrigin,
  explain,
}: JsonRequest): Promise<FetchedJson> {
  const fail = (fault: string, facts: object, cause?: unknown): Promise<FederationError> =>
    explain(
      `${remote === undefined ? 'manifest' : 'remote-entry'}-${fault}` as 'remote-entry-html',
      { ...(remote !== undefined && { remote }), url, ...facts } as { url: string; remote: string },
      { cause },
    );
  signal?.throwIfAborted();
  const controller = new AbortController();
  const deadline = AbortSignal.timeout(timeout);
  for (const end of [deadline, signal]) end?.addEventListener('abort', () => controller.abort(), { once: true });
  let text: string;
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    url = response.url;
    await checkOrigin(url);
    if (!response.ok) throw await fail('unreachable', { reason: `HTTP ${response.status}` });
    text = await readText(response.body);
  } catch (error) {
    if (error instanceof FederationError) throw error;
    if (error instanceof RangeError) throw await fail('malformed', { reason: error.message });
    signal?.throwIfAborted();
    if (deadline.aborted) throw await fail('timeout', { timeout }, error);
    throw await fail('unreachable', { reason: reasonOf(error) }, error);
  }
  if (/^\s*</.test(text)) throw await fail('html', {});
  try {
    return { json: JSON.parse(text), url };
  } catch (error) {
    throw await fail('malformed', { reason: reasonOf(error) }, error);
  }
}

/** The body as text; a RangeError as soon as it is too large, whatever its headers say. */
async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder();
  const reader = (body ?? new Blob().stream()).getReader();
  let text = '';
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.length;
    if (bytes > largest) {
      await reader.cancel();
      throw new RangeError(`it is larger than ${largest} bytes`);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}
