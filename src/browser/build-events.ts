/** What a development server says of its builds; of other types of message nothing is known. */
export interface BuildMessage {
  /** `opened` is our own: the server has begun, or begun again, to tell. */
  readonly type: 'federation-rebuild-complete' | 'federation-rebuild-error' | 'opened' | (string & {});
  /** Why there is no new build. */
  readonly error?: { readonly code?: string; readonly message?: string };
}

/** A page that has come to an open ear asks what was said last. */
const question = 'what is it now?';

/**
 * Listens to the builds of one remote, as server-sent events.
 *
 * A browser keeps six connections to a server and no more, which as many open pages would use up: of all pages of an
 * origin only one listens, and tells the others; another one goes on when it is closed.
 */
export function listenToBuilds(endpoint: string, hear: (message: BuildMessage) => void): void {
  const { locks } = navigator as { locks?: LockManager };
  const name = `federation-elements builds ${endpoint}`;
  if (!locks) {
    openStream(endpoint, hear);
    return;
  }
  const channel = new BroadcastChannel(name);
  let last: BuildMessage | undefined;
  channel.onmessage = ({ data }) => {
    if (data !== question) hear(data);
    else if (last) channel.postMessage(last);
  };
  channel.postMessage(question);
  // Held for as long as the page is there.
  void locks.request(name, () => {
    openStream(endpoint, (message) => {
      last = message;
      channel.postMessage(message);
      hear(message);
    });
    return new Promise(() => {});
  });
}

function openStream(endpoint: string, hear: (message: BuildMessage) => void): void {
  const source = new EventSource(endpoint);
  source.onopen = () => hear({ type: 'opened' });
  source.onmessage = ({ data }) => {
    try {
      hear(JSON.parse(data));
    } catch {
      // It is none of ours.
    }
  };
}
