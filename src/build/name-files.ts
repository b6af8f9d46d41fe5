import { createHash } from 'node:crypto';
import type { Bundle, BundledFile } from './bundle.js';
import { escapePattern } from './escape-pattern.js';
import { orderComponents } from './order-components.js';

/** A file of the output, under its final name. */
export interface EmittedFile {
  /** Relative to the output's folder, with `/`. */
  readonly path: string;
  readonly contents: Uint8Array;
  /** As it was bundled; its names are still esbuild's. */
  readonly bundled: BundledFile;
}

/**
 * Gives each file of a bundle a name that its final bytes decide.
 *
 * esbuild's own hashes depend on where the project lies. Here files that others refer to are named first, so that a name
 * changes if and only if something behind it changes; files that refer to each other are named together.
 * What a URL cannot hold as it is, as a blank or `#` in the name of a source, becomes a hyphen.
 * The new name is as long as the old one, so that source maps stay right.
 *
 * @returns By esbuild's name.
 */
export function nameFiles(bundle: Bundle): ReadonlyMap<string, EmittedFile> {
  const known = named.get(bundle);
  if (known) return known;
  const files = createNames(bundle);
  named.set(bundle, files);
  return files;
}

/** A bundle that stays from build to build keeps its names. */
const named = new WeakMap<Bundle, ReadonlyMap<string, EmittedFile>>();

function createNames(bundle: Bundle): Map<string, EmittedFile> {
  const files = new Map(bundle.files.map((file) => [file.name, file]));
  const first = [...bundle.request.entryPoints.keys()].flatMap((name) => bundle.entries.get(name) ?? []);
  const rest = [...files.keys()].filter((name) => !name.endsWith('.map'));
  const referencesOf = (name: string): string[] => (files.get(name)?.references ?? []).filter((one) => files.has(one));

  const stems = new Map<string, string>();
  /** By final stem. */
  const taken = new Map<string, string>();
  const texts = new Map<string, string | Uint8Array>();
  for (const component of orderComponents([...first, ...rest], referencesOf)) {
    for (const [ordinal, name] of component.entries()) stems.set(stemOf(name), `#${ordinal}`);
    const drafts = component.map((name) => rename(files.get(name) as BundledFile, stems));
    for (const [ordinal, name] of component.entries()) {
      const stem = stemOf(name);
      // Modules of the same name and bytes are two modules all the same.
      for (let salt = ordinal; taken.get(stems.get(stem) ?? '') !== stem; salt += component.length) {
        const free = plain(stem).replace(/[A-Z\d]{8}$/, hashOf(salt, drafts));
        if (!taken.has(free)) taken.set(free, stem);
        stems.set(stem, free);
      }
    }
    for (const name of component) texts.set(name, rename(files.get(name) as BundledFile, stems));
  }
  return new Map([...files].map(([name, file]) => [name, emit(bundle, file, stems, texts.get(name))]));
}

/** `Cart-5EECHNWY` of `Cart-5EECHNWY.js.map`. */
function stemOf(name: string): string {
  return /^.*-[A-Z\d]{8}(?=\.)/.exec(name)?.[0] ?? name;
}

/** What is not plain in a URL, or is no file's name everywhere; as long as before. */
function plain(stem: string): string {
  return stem.replace(/[^\w.@+~-]/g, '-');
}

/** Where a file names its source map; esbuild escapes what a URL cannot hold here, and only here. */
const ownSourceMap = /(?<=\n\/[/*]# sourceMappingURL=).*(?=\.\w+\.map(?: \*\/)?\n$)/;

function rename(file: BundledFile, stems: ReadonlyMap<string, string>): string | Uint8Array {
  const own = stemOf(file.name);
  const names = new Set([...file.references.map(stemOf), own]);
  if (file.references.length === 0 && !/\.(?:js|css)$/.test(file.name)) return file.contents;
  const alternatives = [...names].map(escapePattern);
  return file.text
    .replace(new RegExp(alternatives.join('|'), 'g'), (name) => stems.get(name) ?? name)
    .replace(ownSourceMap, () => stems.get(own) ?? own);
}

// Crockford's alphabet has no letters that could be taken for digits, nor a U, which spells words.
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function hashOf(ordinal: number, drafts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(`${ordinal}`);
  for (const draft of drafts) hash.update('\0').update(draft);
  return [...hash.digest().subarray(0, 8)].map((byte) => digits[byte % 32]).join('');
}

function emit(
  bundle: Bundle,
  bundled: BundledFile,
  stems: ReadonlyMap<string, string>,
  text: string | Uint8Array | undefined,
): EmittedFile {
  const stem = stemOf(bundled.name);
  const name = (stems.get(stem) ?? stem) + bundled.name.slice(stem.length);
  const contents = text === undefined || text instanceof Uint8Array ? bundled.contents : Buffer.from(text);
  return { path: bundle.request.folder + name, contents, bundled };
}
