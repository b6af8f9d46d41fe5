import { expect } from '@esm-bundle/chai';
import './define.js';
import { readFederationOptions, readManifestOptions, readManifests } from './host-options.js';

/** A host that is in no document, so nothing starts. */
function createHost(attributes: string, children = ''): HTMLElementTagNameMap['federation-host'] {
  const parent = document.createElement('div');
  parent.innerHTML = `<federation-host ${attributes}>${children}</federation-host>`;
  return document.importNode(parent, true).firstElementChild as HTMLElementTagNameMap['federation-host'];
}

describe('readFederationOptions', () => {
  const rows: readonly (readonly [attributes: string, options: object])[] = [
    ['', {}],
    ['timeout="500" retry="0"', { timeout: 500, retry: 0 }],
    ['timeout="10s" retry="two"', {}],
    ['timeout', {}],
    ['strict', { strict: true }],
    ['prefer="newest" polyfill="none"', { prefer: 'newest', polyfill: 'none' }],
    ['entry="/host/remoteEntry.json"', { entry: '/host/remoteEntry.json' }],
    ['trusted-types-policy="mine"', { trustedTypesPolicy: 'mine' }],
    ['allow=" https://a.example  https://b.example "', { allow: ['https://a.example', 'https://b.example'] }],
    ['allow=""', { allow: [] }],
    [
      'crossorigin="use-credentials" referrerpolicy="origin" fetchpriority="high" integrity="sha384-x"',
      { crossOrigin: 'use-credentials', referrerPolicy: 'origin', fetchPriority: 'high', integrity: 'sha384-x' },
    ],
    ['nonce="abc"', { nonce: 'abc' }],
  ];
  for (const [attributes, options] of rows) {
    it(`reads ${attributes || 'no attributes'}`, () => {
      expect(readFederationOptions(createHost(attributes))).to.deep.equal(options);
    });
  }
});

describe('readFederationOptions, of properties that a framework has set,', () => {
  it('takes the empty text for what it means in a template', () => {
    expect(readFederationOptions(Object.assign(createHost(''), { strict: '' }))).to.deep.equal({ strict: true });
  });
});

describe('readManifestOptions', () => {
  it('reads only what concerns the manifest', () => {
    expect(readManifestOptions(createHost('integrity="sha384-x" timeout="5" strict'))).to.deep.equal({
      integrity: 'sha384-x',
    });
  });
});

describe('readManifests', () => {
  const inline = '<script type="federation-manifest">{ "cart": "https://cart.example/remoteEntry.json" }</script>';
  const rows: readonly (readonly [what: string, attributes: string, children: string, manifests: unknown])[] = [
    ['none', '', '', []],
    ['the one that the attribute names', 'manifest="/m.json"', '', ['/m.json']],
    ['the one inside', '', inline, [{ cart: 'https://cart.example/remoteEntry.json' }]],
    [
      'the one inside first',
      'manifest="/m.json"',
      inline,
      [{ cart: 'https://cart.example/remoteEntry.json' }, '/m.json'],
    ],
    ['none of a deeper element', '', `<div>${inline}</div>`, []],
    ['none of another type', '', inline.replace('federation-manifest', 'json'), []],
  ];
  for (const [what, attributes, children, manifests] of rows) {
    it(`gives ${what}`, () => {
      expect(readManifests(createHost(attributes, children))).to.deep.equal({ manifests, fault: undefined });
    });
  }

  it('tells what is wrong with the one inside, and gives the other', () => {
    const { manifests, fault } = readManifests(
      createHost('manifest="/m.json"', '<script type="federation-manifest">{ oops</script>'),
    );
    expect(manifests).to.deep.equal(['/m.json']);
    expect(fault?.code).to.equal('manifest-malformed');
    expect(fault?.cause).to.be.instanceOf(SyntaxError);
  });
});
