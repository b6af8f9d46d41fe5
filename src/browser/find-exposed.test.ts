import { expect } from '@esm-bundle/chai';
import { FederationError } from '../core/errors.js';
import { explain } from '../core/explain.js';
import { parseRemoteEntry } from '../core/parse-remote-entry.js';
import type { RemoteEntry } from '../core/remote-entry.js';
import { findExposed } from './find-exposed.js';

const entryWith = (...keys: string[]): RemoteEntry =>
  parseRemoteEntry(
    { name: 'cart', exposes: keys.map((key, index) => ({ key, outFileName: `${index}.js` })) },
    'https://cart.example/remoteEntry.json',
  );

const find = (entry: RemoteEntry, module?: string): ReturnType<typeof findExposed> =>
  findExposed(entry, module, async (...error) => explain(...error));

async function failureOf(finding: Promise<unknown>): Promise<FederationError<'exposed-unknown'>['details']> {
  try {
    await finding;
  } catch (error) {
    if (error instanceof FederationError) return error.details;
  }
  return expect.fail('It was found.');
}

describe('findExposed', () => {
  for (const name of ['./Cart', 'Cart']) {
    it(`finds the module by ${name}`, async () => {
      expect((await find(entryWith('./Badge', './Cart'), name)).key).to.equal('./Cart');
    });
  }

  it('gives the only module, if none is asked for', async () => {
    expect((await find(entryWith('./Cart'))).key).to.equal('./Cart');
    expect((await find(entryWith('./Cart'), '')).key).to.equal('./Cart');
  });

  it('says which modules there are, and which was probably meant', async () => {
    for (const module of ['./Crat', 'Crat']) {
      expect(await failureOf(find(entryWith('./Badge', './Cart'), module))).to.deep.equal({
        remote: 'cart',
        module,
        known: ['./Badge', './Cart'],
        nearest: './Cart',
      });
    }
  });

  for (const module of [undefined, '../../x', '__proto__', 'https://evil.test/x.js', './constructor']) {
    it(`finds nothing for ${module} among several`, async () => {
      expect((await failureOf(find(entryWith('./Badge', './Cart'), module))).module).to.equal(module ?? '');
    });
  }
});
