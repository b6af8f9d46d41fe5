import { readFile } from 'node:fs/promises';

/** Scripts that pages load beside their HTML: the tags, and what these load lazily. */
const scriptName = /^(?:federation(?:-[\w-]+)?|es-module-shims)\.m?js(?:\.map)?$/;

// Two folders up, from the source and from what is published.
const folder = new URL('../../dist/', import.meta.url);

/** One of this package's bundles, as in `federation.js`; `undefined` if it has none by this name. */
export async function readPackageScript(name: string): Promise<Uint8Array | undefined> {
  if (!scriptName.test(name)) return undefined;
  return await readFile(new URL(name, folder)).catch(() => undefined);
}
