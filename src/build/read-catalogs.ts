import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPackageManifest } from './package-manifest.js';
import type { Catalogs } from './required-version.js';

type Named = Map<string, Map<string, string>>;

/**
 * The catalogs of the workspace that a project is in: pnpm-workspace.yaml, or `catalog` and `catalogs` of a package.json.
 *
 * Nothing is read until a range asks for it.
 */
export function readCatalogs(root: string): Catalogs {
  let found: Named | undefined;
  return (catalog, packageName) => {
    found ??= findCatalogs(root);
    return found.get(catalog)?.get(packageName);
  };
}

function findCatalogs(root: string): Named {
  for (let folder = root; ; folder = dirname(folder)) {
    const catalogs = ofWorkspaceFile(folder) ?? ofManifest(folder);
    if (catalogs) return catalogs;
    if (folder === dirname(folder)) return new Map();
  }
}

function ofWorkspaceFile(folder: string): Named | undefined {
  try {
    return parseCatalogs(readFileSync(join(folder, 'pnpm-workspace.yaml'), 'utf8'));
  } catch {
    return undefined;
  }
}

interface WithCatalogs {
  readonly catalog?: Record<string, string>;
  readonly catalogs?: Record<string, Record<string, string>>;
}

function ofManifest(folder: string): Named | undefined {
  const manifest = readPackageManifest(folder) as (WithCatalogs & { workspaces?: WithCatalogs }) | undefined;
  const { catalog, catalogs } = { ...manifest?.workspaces, ...manifest } as WithCatalogs;
  if (!catalog && !catalogs) return undefined;
  const named = Object.entries({ default: catalog ?? {}, ...catalogs });
  return new Map(named.map(([name, ranges]) => [name, new Map(Object.entries(ranges))]));
}

/**
 * The `catalog` and `catalogs` blocks of a pnpm-workspace.yaml, which are maps of plain texts.
 *
 * Runs anywhere: pure.
 */
export function parseCatalogs(yaml: string): Named {
  const catalogs: Named = new Map();
  const path: string[] = [];
  for (const line of yaml.split('\n')) {
    const [, indent = '', key = '', value = ''] =
      /^(\s*)(?:'([^']+)'|"([^"]+)"|([^\s:#'"][^:#]*))\s*:\s*(.*?)\s*(?:\s#.*)?$/
        .exec(line)
        ?.filter((part) => part !== undefined) ?? [];
    if (key === '') continue;
    path.splice(depthOf(indent, path), path.length, key.trim());
    const name = path[0] === 'catalog' ? 'default' : path[0] === 'catalogs' ? path[1] : undefined;
    if (name === undefined || value === '') continue;
    const ranges = catalogs.get(name) ?? new Map<string, string>();
    catalogs.set(name, ranges.set(key.trim(), value.replace(/^(['"])(.*)\1$/, '$2')));
  }
  return catalogs;
}

function depthOf(indent: string, path: readonly string[]): number {
  if (indent === '') return 0;
  return Math.min(path.length, path[0] === 'catalog' ? 1 : indent.length <= 2 ? 1 : 2);
}
