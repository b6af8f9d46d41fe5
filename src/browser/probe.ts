import { reasonOf } from './reason-of.js';

/**
 * Fetches files past the browser's cache, to learn what is wrong with them.
 *
 * @param hashes - URL → hash, where known: what arrives must match.
 * @param timeout - Milliseconds until one counts as broken.
 * @returns The first that is broken, and why; `undefined` if all are well.
 */
export async function probe(
  files: readonly string[],
  hashes: Readonly<Record<string, string>>,
  timeout: number,
): Promise<string | undefined> {
  const faults = await Promise.all(files.map((url) => probeFile(url, hashes[url], timeout)));
  return faults.find(Boolean);
}

async function probeFile(url: string, integrity: string | undefined, timeout: number): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      cache: 'reload',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeout),
      ...(integrity && { integrity }),
    });
    // To the end: it may break off, and only a complete answer replaces what is cached.
    await response.arrayBuffer();
    const type = response.headers.get('content-type') ?? 'without a type';
    if (response.ok && /script|json|css|wasm/.test(type)) return undefined;
    return `${url} is ${response.ok ? type : `HTTP ${response.status}`}`;
  } catch (error) {
    return `${url}: ${reasonOf(error)}`;
  }
}
