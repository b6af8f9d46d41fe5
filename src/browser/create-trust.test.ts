import { expect } from '@esm-bundle/chai';
import { createTrust } from './create-trust.js';

type Rules = Record<'createScript' | 'createScriptURL', (text: string) => string>;

/** What a Trusted Types policy was made with, in browsers that have those. */
function noteRules(make: () => void): Rules | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Rules): Rules } };
  if (!trustedTypes) return undefined;
  const original = trustedTypes.createPolicy;
  let noted: Rules | undefined;
  trustedTypes.createPolicy = function (name, rules) {
    noted = rules;
    return original.call(this, name, rules);
  };
  make();
  trustedTypes.createPolicy = original;
  return noted;
}

describe('createTrust', () => {
  for (const rule of ['createScript', 'createScriptURL'] as const) {
    it(`gives what the browser takes for the text, by ${rule}`, () => {
      const given: unknown[] = [];
      const refusal = createTrust('one')(rule, 'https://a.example/it.js', (trusted) => given.push(trusted));
      expect(refusal).to.equal(undefined);
      expect(given.map(String)).to.deep.equal(['https://a.example/it.js']);
    });

    it(`accepts by ${rule} nothing but that, and nothing afterwards`, () => {
      let trust = createTrust('two');
      const rules = noteRules(() => {
        trust = createTrust('three');
      });
      if (!rules) return;
      trust(rule, 'mine', () => {
        expect(() => rules[rule]('another')).to.throw(TypeError);
        expect(rules[rule]('mine')).to.equal('mine');
      });
      expect(() => rules[rule]('mine')).to.throw(TypeError);
    });
  }

  it('says why the browser does not take it', () => {
    const use = (): void => {
      throw new TypeError('no');
    };
    expect(createTrust('four')('createScript', 'mine', use)).to.equal('TypeError: no');
  });
});
