import { expect } from '@esm-bundle/chai';
import { FederationError } from '../src/core/errors.js';
import { parseJson, parseProps } from './parse-props.js';

const object = { currency: 'EUR' };

describe('parseProps', () => {
  const rows: readonly (readonly [what: string, value: unknown, expected: unknown])[] = [
    ['an object', object, object],
    ['the text of an object', '{"currency":"EUR"}', object],
    ['nothing', undefined, {}],
    ['a missing attribute', null, {}],
    ['the text null', 'null', {}],
  ];
  for (const [what, value, expected] of rows) {
    it(`takes ${what}`, () => {
      expect(parseProps(value, 'cart')).to.deep.equal(expected);
    });
  }

  for (const value of ['', '{', '[object Object]', '[1]', '"text"', '7', 7, true, []]) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      let error: unknown;
      try {
        parseProps(value, 'cart');
      } catch (thrown) {
        error = thrown;
      }
      expect(error).to.be.instanceOf(FederationError);
      expect((error as FederationError).code).to.equal('props-invalid');
      expect((error as FederationError).details).to.deep.equal({ remote: 'cart', props: String(value) });
    });
  }
});

describe('parseJson', () => {
  it('reads JSON, and leaves all else as it is', () => {
    expect(parseJson('{"a":1}')).to.deep.equal({ a: 1 });
    expect(parseJson('{a')).to.equal('{a');
    expect(parseJson(object)).to.equal(object);
  });
});
