import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
// The script is plain JavaScript, so the compiler must not look for its types.
const { createElementData } = await import(new URL('scripts/element-data/create-element-data.mjs', root).href);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** What stands in the manifest by name. */
interface Named {
  readonly name: string;
}
interface Element extends Named {
  readonly tagName?: string;
  readonly members: readonly Named[];
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates: readonly Named[];
}

const generated: Readonly<Record<string, string>> = await createElementData(fileURLToPath(root));
const manifest = JSON.parse(generated['custom-elements.json'] ?? '');
const htmlData = JSON.parse(generated['html-data.json'] ?? '');
const webTypes = JSON.parse(generated['web-types.json'] ?? '');
const elements: Element[] = manifest.modules
  .flatMap(({ declarations }: { declarations: readonly Element[] }) => declarations)
  .filter(({ tagName }: Element) => tagName);

/** Biome formats what is committed. */
const withoutLayout = (text: string): string =>
  text.replace(/[\s;,|]+/g, ' ').replace(/(?<=[[{(<]) | (?=[\]})>])/g, '');

describe('the data for tools', () => {
  const rewrite = 'Run node scripts/element-data/write-element-data.mjs, and commit what it writes.';

  for (const [name, text] of Object.entries(generated)) {
    it(`${name} says what the source says`, () => {
      assert.equal(withoutLayout(read(name)), withoutLayout(text), rewrite);
    });
  }

  it('knows all tags', () => {
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      ['federation-host', 'federation-remote', 'federation-routes'],
    );
  });

  it('keeps private what is private', () => {
    const members = elements.flatMap((element) => element.members.map(({ name }) => name));
    assert.deepEqual(
      members.filter((name) => name.startsWith('#') || /Callback$|^stateChanged$/.test(name)),
      [],
    );
  });

  it('offers the values of an attribute that has only a few', () => {
    const remote = htmlData.tags.find(({ name }: Named) => name === 'federation-remote');
    const loading = remote.attributes.find(({ name }: Named) => name === 'loading');
    assert.deepEqual(
      loading.values.map(({ name }: Named) => name),
      ['eager', 'lazy', 'idle', 'manual'],
    );
  });
});

describe('web-types.json', () => {
  it('knows attributes, properties, events, slots, parts and states', () => {
    const remote = webTypes.contributions.html.elements.find(({ name }: Named) => name === 'federation-remote');
    const has = (list: readonly Named[], wanted: string) => list.some(({ name }) => name === wanted);
    assert.ok(
      has(remote.attributes, 'loading') && has(remote.js.properties, 'status') && has(remote.js.events, 'load'),
    );
    assert.ok(has(remote.slots, 'error') && has(remote.css.parts, 'retry'));
    assert.ok(has(remote.css['pseudo-classes'], 'state(loading)'));
  });
});

describe('the components for React', () => {
  const source = read('src/react/react-elements.ts');
  for (const { tagName, events } of elements) {
    it(`are there for <${tagName}>, and hear all its events`, () => {
      assert.ok(source.includes(`wrapElement('${tagName}'`) || source.includes(`wrapElement(\n  '${tagName}'`));
      const missing = (events ?? []).map(({ name }) => name).filter((name) => !source.includes(`: '${name}'`));
      assert.deepEqual(missing, []);
    });
  }
});

describe('docs/elements.md', () => {
  const documentation = read('docs/elements.md');
  for (const { tagName = '', ...element } of elements) {
    const [, section = ''] = documentation.split(`## \`<${tagName}>\``);
    const examples = [...section.matchAll(/```html\n(.*?)```/gs)].map(([, example]) => example).join('\n');

    it(`has an example for each attribute of <${tagName}>`, () => {
      const missing = element.attributes.filter(({ name }) => !new RegExp(`[ \\n]${name}(?:[ =>])`).test(examples));
      assert.deepEqual(missing, []);
    });

    for (const kind of ['members', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'] as const) {
      it(`names all ${kind} of <${tagName}>`, () => {
        const names = (element[kind] ?? []).map(({ name }) => name).filter((name) => name !== '' && name !== 'define');
        assert.deepEqual(
          names.filter((name) => !new RegExp(`(?<![\\w-])${name}\\b`).test(section)),
          [],
        );
      });
    }
  }
});
