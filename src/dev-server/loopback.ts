/** Names and addresses by which a computer means itself. */
const loopback = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[?::1\]?|\[?::ffff:127(?:\.\d+){3}\]?)$/i;

/** Whether a host, as URLs name it, is this computer. */
export function isLoopback(hostname: string): boolean {
  return loopback.test(hostname);
}
