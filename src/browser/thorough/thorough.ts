// What a page needs only where something is not plain: it is fetched as a file of its own.
export { explain } from '../../core/explain.js';
export { parseManifest } from '../../core/manifest.js';
export { parseThoroughly as parseRemoteEntry } from '../../core/parse-remote-entry.js';
export { fetchAgain } from '../fetch-again.js';
export { findRemote } from '../find-remote.js';
export { renewEntry } from '../replace-entry.js';
export { explainRemote } from './explain-remote.js';
export { negotiateAdditions } from './negotiate-additions.js';
