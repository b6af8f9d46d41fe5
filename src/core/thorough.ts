// What a page needs only where something is not plain: the browser fetches it as a file of its own.
export { createThoroughly as createImportMap } from './create-import-map.js';
export { explain } from './explain.js';
export { importMapAdditions } from './import-map-additions.js';
export { parseManifest } from './manifest.js';
export { negotiateThoroughly as negotiate } from './negotiate.js';
export { parseThoroughly as parseRemoteEntry } from './parse-remote-entry.js';
