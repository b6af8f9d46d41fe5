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

  for (const [value, quoted] of [
    ['', ''],
    ['{', '{'],
    ['[object Object]', '[object Object]'],
    ['[1]', '[1]'],
    ['"text"', '"text"'],
    ['7', '7'],
    [7, '7'],
    [true, 'true'],
    [[], '[]'],
    [[1, { a: 2 }], '[1,{"a":2}]'],
  ]) {
    it(`refuses ${JSON.stringify(value)}, and quotes it as it would be written`, () => {
      let error: unknown;
      try {
        parseProps(value, 'cart');
      } catch (thrown) {
        error = thrown;
      }
      expect(error).to.be.instanceOf(FederationError);
      expect((error as FederationError).code).to.equal('props-invalid');
      expect((error as FederationError).details).to.deep.equal({ remote: 'cart', props: quoted });
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
