import { expect } from '@esm-bundle/chai';
import { FederationError } from '../core/errors.js';
import { parseRemoteEntry } from '../core/parse-remote-entry.js';
import { findExposed } from './find-exposed.js';

const entryWith = (...keys: string[]): ReturnType<typeof parseRemoteEntry> =>
  parseRemoteEntry(
    { name: 'cart', exposes: keys.map((key, index) => ({ key, outFileName: `${index}.js` })) },
    'https://cart.example/remoteEntry.json',
  );

function failureOf(find: () => unknown): FederationError<'exposed-unknown'>['details'] {
  try {
    find();
  } catch (error) {
    if (error instanceof FederationError) return error.details;
  }
  return expect.fail('It was found.');
}

describe('findExposed', () => {
  for (const name of ['./Cart', 'Cart']) {
    it(`finds the module by ${name}`, () => {
      expect(findExposed(entryWith('./Badge', './Cart'), name).key).to.equal('./Cart');
    });
  }

  it('gives the only module, if none is asked for', () => {
    expect(findExposed(entryWith('./Cart')).key).to.equal('./Cart');
    expect(findExposed(entryWith('./Cart'), '').key).to.equal('./Cart');
  });

  it('says which modules there are, and which was probably meant', () => {
    expect(failureOf(() => findExposed(entryWith('./Badge', './Cart'), './Crat'))).to.deep.equal({
      remote: 'cart',
      module: './Crat',
      known: ['./Badge', './Cart'],
      nearest: './Cart',
    });
  });

  for (const module of [undefined, '../../x', '__proto__', 'https://evil.test/x.js', './constructor']) {
    it(`finds nothing for ${module} among several`, () => {
      expect(failureOf(() => findExposed(entryWith('./Badge', './Cart'), module)).module).to.equal(module ?? '');
    });
  }
});
