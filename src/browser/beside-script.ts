import { parseUrl } from '../core/parse-url.js';
import { ownScript } from './own-script.js';

/**
 * The address of a file that lies beside this script; beside the page, if the script is inline, or has an address that
 * nothing is beside.
 */
export function besideScript(name: string): string {
  return parseUrl(name, ownScript?.src || import.meta.url || document.baseURI)?.href ?? name;
}
