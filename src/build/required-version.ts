/** Ranges by package name, as `catalog:` refers to them. */
export type Catalogs = (catalog: string, packageName: string) => string | undefined;

/**
 * A range that a page can compare versions with, from what stands in a package.json.
 *
 * `workspace:` follows what pnpm writes when it publishes; `npm:` gives the range behind the alias; `catalog:` is
 * looked up; what names a place instead of a version (`file:`, `link:`, a repository, a tag) becomes a caret range of
 * what is installed.
 *
 * @param declared - What package.json says; `undefined` if it says nothing.
 * @param installed - The version that is installed.
 *
 * @example
 * ```ts
 * requiredVersion('react', 'npm:@acme/react@^19.1.0', '19.2.0'); // → '^19.1.0'
 * requiredVersion('ui', 'workspace:^', '2.1.0'); // → '^2.1.0'
 * ```
 *
 * Runs anywhere: pure.
 */
export function requiredVersion(
  packageName: string,
  declared: string | undefined,
  installed: string,
  catalogs: Catalogs = () => undefined,
): string {
  if (declared === undefined) return `^${installed}`;
  const [, protocol = '', rest = ''] = /^([a-z+]+):(.*)$/is.exec(declared) ?? ['', '', declared];
  switch (protocol) {
    case '':
      return isRange(rest) ? rest.trim() || '*' : `^${installed}`;
    case 'workspace':
      return ofWorkspace(rest, installed);
    case 'catalog': {
      const found = catalogs(rest.trim() || 'default', packageName);
      return found === undefined || found.startsWith('catalog:')
        ? `^${installed}`
        : requiredVersion(packageName, found, installed);
    }
    case 'npm':
    case 'jsr':
      return behindAlias(rest, installed);
    default:
      return `^${installed}`;
  }
}

function ofWorkspace(rest: string, installed: string): string {
  const range = rest.slice(rest.lastIndexOf('@') + 1).trim();
  if (range === '*' || range === '') return installed;
  if (range === '^' || range === '~') return range + installed;
  return isRange(range) ? range : `^${installed}`;
}

function behindAlias(rest: string, installed: string): string {
  const end = rest.lastIndexOf('@');
  const range = end > 0 ? rest.slice(end + 1) : /^[\d^~<>=*x]/.test(rest) ? rest : '*';
  return isRange(range) ? range : `^${installed}`;
}

const comparator = /^(?:\^|~>?|[<>]=?|=)?v?(?:[\dxX*]+(?:\.[\dxX*]+){0,2}(?:[-+][\w.+-]+)?)?$/;

/** Whether a text is a semver range, not a tag, a path or a repository. */
function isRange(text: string): boolean {
  return text.split(/\s+|\|\|/).every((part) => part === '-' || comparator.test(part));
}
