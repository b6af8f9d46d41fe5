import { relative, resolve } from 'node:path';
import type { Bundle, BundledFile, BundleEdge, BundleRequest } from './bundle.js';

/** A bundle as JSON has it; files of the disk are named from the root. */
export interface BundleRecord {
  readonly files: readonly FileRecord[];
  readonly entries: readonly (readonly [name: string, file: string])[];
  readonly sources: readonly string[];
  readonly inputs: readonly string[];
  readonly edges: readonly BundleEdge[];
  readonly licenses: readonly string[];
}

type FileRecord = Omit<BundledFile, 'contents' | 'text'> & { readonly text: string; readonly isBinary: boolean };

/** Turns a bundle into what can be kept. */
export function recordBundle(bundle: Bundle, root: string): BundleRecord {
  const name = (file: string): string => relative(root, file);
  return {
    files: bundle.files.map((file) => {
      const { contents, text, ...facts } = file;
      const isBinary = !/\.(?:js|css|map)$/.test(file.name);
      return { ...facts, isBinary, text: isBinary ? Buffer.from(contents).toString('base64') : text };
    }),
    entries: [...bundle.entries],
    sources: bundle.sources.map(name),
    inputs: bundle.inputs.map(name),
    edges: bundle.edges.map((edge) => moveEdge(edge, name)),
    licenses: bundle.licenses,
  };
}

/** Turns what was kept back into the bundle. */
export function restoreBundle(record: BundleRecord, request: BundleRequest, root: string): Bundle {
  const place = (path: string): string => resolve(root, path);
  return {
    request,
    files: record.files.map(({ text, isBinary, ...facts }) => {
      const contents = Buffer.from(text, isBinary ? 'base64' : 'utf8');
      return { ...facts, contents, text: isBinary ? '' : text };
    }),
    entries: new Map(record.entries),
    sources: record.sources.map(place),
    inputs: record.inputs.map(place),
    edges: record.edges.map((edge) => moveEdge(edge, place)),
    warnings: [],
    licenses: record.licenses,
  };
}

function moveEdge({ importer, target, ...edge }: BundleEdge, move: (path: string) => string): BundleEdge {
  const moved = (path: string | undefined): string | undefined => (path === undefined ? undefined : move(path));
  return { ...edge, importer: moved(importer), target: moved(target) };
}
