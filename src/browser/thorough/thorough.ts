// What a page needs only where something is not plain: the browser fetches it as a file of its own.
export * from '../../core/thorough.js';
export { fetchAgain } from '../fetch-again.js';
export { findRemote } from '../find-remote.js';
export { renewEntry } from '../replace-entry.js';
