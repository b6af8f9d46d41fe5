import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** How much, and for how long, a source may be read. */
export interface SourceLimits {
  /** In milliseconds, until the last byte. */
  readonly timeout: number;
  readonly bytes: number;
}

/** What was read. */
export interface Source {
  readonly text: string;
  readonly contents: Uint8Array;
  /** Where it was in the end, after redirects. */
  readonly url: string;
}

/** Why a source could not be read, in words that go after a colon. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** Whether there is an answer, and it says that there is no such source. */
  readonly isMissing: boolean;

  constructor(reason: string, options: ErrorOptions & { readonly isMissing?: boolean } = {}) {
    super(reason, options);
    this.isMissing = options.isMissing ?? false;
  }
}

/**
 * Reads a text from the disk or the network.
 *
 * @param url - With `file:`, `http:` or `https:`.
 * @throws {@link SourceError}
 */
export async function readSource(url: string, limits: SourceLimits): Promise<Source> {
  const [contents, final] = url.startsWith('file:')
    ? [await readFile(url, limits), url]
    : await fetchBytes(url, limits);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(contents), contents, url: final };
  } catch (error) {
    throw new SourceError('it is no text in UTF-8', { cause: error });
  }
}

/**
 * Whether bytes are those that a hash stands for; of several, any may be it.
 *
 * @param integrity - As in `sha384-…`.
 */
export function matchesIntegrity(contents: Uint8Array, integrity: string): boolean {
  return integrity.split(/\s+/).some((one) => {
    const [, algorithm, hash] = /^(sha(?:256|384|512))-([^?]+)/.exec(one) ?? [];
    return algorithm !== undefined && createHash(algorithm).update(contents).digest('base64') === hash;
  });
}

async function readFile(url: string, { bytes }: SourceLimits): Promise<Uint8Array> {
  try {
    const file = await open(fileURLToPath(url));
    try {
      const { size } = await file.stat();
      if (size > bytes) throw tooLarge(bytes);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new SourceError(code === 'ENOENT' ? 'there is no such file' : (code ?? message), {
      cause: error,
      isMissing: code === 'ENOENT' || code === 'ENOTDIR',
    });
  }
}

async function fetchBytes(url: string, { timeout, bytes }: SourceLimits): Promise<[Uint8Array, string]> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeout),
      headers: { 'cache-control': 'no-cache' },
    });
    if (!response.ok) {
      await response.body?.cancel();
      const isMissing = response.status === 404 || response.status === 410;
      throw new SourceError(`the server answered ${response.status}`, { isMissing });
    }
    if (/^text\/html/i.test(response.headers.get('content-type') ?? '')) {
      await response.body?.cancel();
      // Servers of single-page applications answer every path with their start page.
      throw new SourceError('it is an HTML page', { isMissing: true });
    }
    return [await readBody(response, bytes), response.url];
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const { name, cause, message } = error as Error & { cause?: { code?: string } };
    const reason = name === 'TimeoutError' ? `it did not arrive within ${timeout} ms` : (cause?.code ?? message);
    throw new SourceError(reason, { cause: error });
  }
}

async function readBody({ body }: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Whoever leaves the loop cancels the rest.
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > most) throw tooLarge(most);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(bytes: number): SourceError {
  return new SourceError(`it is larger than ${bytes / 1_000_000} MB`);
}
