import { readFileSync } from 'node:fs';
import { createAttributeTypes } from './create-attribute-types.mjs';
import { createHtmlData } from './create-html-data.mjs';
import { createManifest } from './create-manifest.mjs';
import { createWebTypes } from './create-web-types.mjs';

/**
 * All that is generated from the source of the tags: path in the project → text, not formatted yet.
 *
 * @param root - Path of the project, with a slash at its end.
 */
export async function createElementData(root) {
  const manifest = await createManifest(root);
  const packageManifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  return {
    'custom-elements.json': stringify(manifest),
    'html-data.json': stringify(createHtmlData(manifest)),
    'web-types.json': stringify(createWebTypes(manifest, packageManifest)),
    'components/element-attributes.ts': createAttributeTypes(manifest),
  };
}

const stringify = (value) => `${JSON.stringify(value, undefined, 2)}\n`;
