import { cli } from '@custom-elements-manifest/analyzer/cli.js';

/** What of a class is nobody's business outside. */
const isInner = ({ privacy, description }) =>
  privacy === 'private' || privacy === 'protected' || /^@internal/.test(description ?? '');

/** Modules whose declarations a page author meets. */
const isPublic = ({ declarations }) =>
  declarations.some(({ customElement, superclass }) => customElement || superclass?.name === 'Event');

/**
 * The custom elements manifest of the tags, from their source.
 *
 * The paths are those of the package, not of the repository.
 *
 * @see https://github.com/webcomponents/custom-elements-manifest
 */
export async function createManifest(root) {
  const { modules, ...manifest } = await cli({
    argv: ['analyze', '--globs', 'components/*.ts', '--exclude', 'components/*.test.ts', '--litelement', '--quiet'],
    cwd: root,
    noWrite: true,
  });
  return { ...manifest, modules: modules.filter(isPublic).map(publish) };
}

function publish({ path, declarations, exports, ...module }) {
  const published = path.replace(/^components\/(.+)\.ts$/, 'dist/components/$1.js');
  const moved = ({ declaration, ...rest }) => ({ ...rest, declaration: { ...declaration, module: published } });
  // The analyzer knows only direct calls of customElements.define().
  const definitions = declarations.flatMap(({ tagName, name }) =>
    tagName ? { kind: 'custom-element-definition', name: tagName, declaration: { name, module: published } } : [],
  );
  return {
    ...module,
    path: published,
    declarations: declarations.map((declaration) => ({
      ...declaration,
      members: declaration.members?.filter((member) => !isInner(member)),
      // Without a property it is one of HTML's own that is only listened to.
      attributes: declaration.attributes?.filter(({ fieldName }) => fieldName),
    })),
    exports: [...exports.map(moved), ...definitions],
  };
}
