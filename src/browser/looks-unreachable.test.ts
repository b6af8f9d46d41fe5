import { expect } from '@esm-bundle/chai';
import { echoAddress, origins } from '../../test/browser/support/origins.js';
import { looksUnreachable } from './looks-unreachable.js';

const unique = (): string => crypto.randomUUID();
const fault = (kind: string): string => `${origins.second}/__fault/${kind}/${unique()}.js`;
const madeUp = (body: string): string => echoAddress(origins.second, 'module.js', `${body} // ${unique()}`);

const files: readonly (readonly [what: string, url: string, looksSo: boolean])[] = [
  ['is not there', fault('404'), true],
  ['is on a server that is broken', fault('500'), true],
  ['is on a server that is down', `${origins.dead}/${unique()}.js`, true],
  ['is a start page', fault('html'), true],
  ['breaks off', fault('truncated'), true],
  [
    'may not be read from here',
    `${origins.second}/__fault/nocors/test/browser/fixtures/plain/module.js?${unique()}`,
    true,
  ],
  ['is no JavaScript', fault('syntax'), false],
  ['throws', fault('throws'), false],
  ['throws a TypeError', madeUp('null.x;'), false],
  ['fetches in vain', madeUp(`await fetch('${origins.dead}');`), false],
  ['imports what nothing maps', madeUp(`import 'nowhere-${unique()}';`), false],
  [
    'imports a name that is not exported',
    madeUp(`import { none } from '/test/browser/fixtures/plain/module.js';`),
    false,
  ],
];

describe('looksUnreachable', () => {
  for (const [what, url, looksSo] of files) {
    for (const [how, address] of [
      ['a module', url],
      ['a module that imports one', madeUp(`import '${url}';`)],
    ] as const) {
      it(`says ${looksSo} of ${how} that ${what}`, async () => {
        const error = await import(address).then(
          () => undefined,
          (reason) => reason,
        );
        expect(looksUnreachable(error), `${error?.name}: ${error?.message}`).to.equal(looksSo);
      });
    }
  }

  it('says false of what is no error', () => {
    for (const thrown of [undefined, null, 'Failed to fetch dynamically imported module']) {
      expect(looksUnreachable(thrown)).to.equal(false);
    }
  });
});
