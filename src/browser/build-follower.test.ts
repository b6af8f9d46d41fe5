import { expect } from '@esm-bundle/chai';
import { parseRemoteEntry } from '../core/parse-remote-entry.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import { createBuildFollower } from './build-follower.js';
import type { ReplaceablePage } from './replace-entry.js';

/** An entry as a development server has it, at an address. */
const entryAt = (url: string, endpoint?: string): RemoteEntry =>
  parseRemoteEntry({ name: 'cart', exposes: [], shared: [], buildNotificationsEndpoint: endpoint }, url);

describe('a page follows the builds of a remote', () => {
  const cases: readonly (readonly [title: string, entry: RemoteEntry, follows: boolean])[] = [
    ['not if its entry names no endpoint', entryAt('http://localhost:1/remoteEntry.json'), false],
    ['not if the remote is on another computer', entryAt('https://shop.example/remoteEntry.json', '/events'), false],
    ['not if it only looks local', entryAt('http://localhost.evil.example/remoteEntry.json', '/events'), false],
    [
      'if the remote is on this computer, as the page is',
      entryAt('http://localhost:1/remoteEntry.json', '/events'),
      true,
    ],
  ];
  for (const [title, entry, follows] of cases) {
    it(title, async () => {
      const { EventSource } = window;
      const opened: string[] = [];
      const followBuilds = createBuildFollower({} as ReplaceablePage);
      window.EventSource = class extends EventTarget {
        constructor(url: string) {
          super();
          opened.push(url);
        }
      } as unknown as typeof EventSource;
      try {
        await followBuilds(entry);
        await new Promise((resolve) => navigator.locks.request('after', resolve));
        expect(opened).to.deep.equal(follows ? [entry.buildNotificationsEndpoint] : []);
      } finally {
        window.EventSource = EventSource;
      }
    });
  }
});
