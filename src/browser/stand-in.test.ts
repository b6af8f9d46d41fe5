import { expect } from '@esm-bundle/chai';
import { StandIn } from './stand-in.js';

let count = 0;
const nextTag = (): string => `stand-in-${++count}`;

function define(tag: string, elementClass: CustomElementConstructor): StandIn {
  const standIn = StandIn.for(elementClass) as StandIn;
  customElements.define(tag, standIn.registered);
  return standIn;
}

/** A class that notes what happens to its elements. */
function createClass(name: string, journal: string[] = [], observed: readonly string[] = []): CustomElementConstructor {
  return class extends HTMLElement {
    static observedAttributes = observed;
    readonly #name = name;
    get named(): string {
      return this.#name;
    }
    connectedCallback(): void {
      journal.push(`${this.#name} connected`);
    }
    disconnectedCallback(): void {
      journal.push(`${this.#name} disconnected`);
    }
    attributeChangedCallback(attribute: string, _old: unknown, value: string): void {
      journal.push(`${this.#name} ${attribute}=${value}`);
    }
  };
}

const nameOf = (element: Element | null): string | undefined => (element as { named?: string } | null)?.named;

describe('a class of custom elements that can be replaced', () => {
  it('makes elements as if it were defined itself: by new, by tag, by HTML, and of those that were there before', () => {
    const tag = nextTag();
    const before = document.createElement(tag);
    document.body.append(before);
    const elementClass = createClass('first');
    define(tag, elementClass);
    const parent = document.createElement('div');
    parent.innerHTML = `<${tag}></${tag}>`;
    document.body.append(parent);
    for (const element of [before, new elementClass(), document.createElement(tag), parent.firstElementChild]) {
      expect([nameOf(element), element?.localName, element instanceof elementClass]).to.deep.equal([
        'first',
        tag,
        true,
      ]);
    }
    before.remove();
    parent.remove();
  });

  it('leaves what exists as it was, and makes what comes by the new class', () => {
    const tag = nextTag();
    const journal: string[] = [];
    const [first, second] = [createClass('first', journal, ['label']), createClass('second', journal, ['label'])];
    const standIn = define(tag, first);
    const old = document.createElement(tag);
    expect(standIn.replace(second)).to.equal(true);
    const fresh = [document.createElement(tag), new second()];
    document.body.append(old, ...fresh);
    for (const element of [old, ...fresh]) {
      element.setAttribute('label', 'x');
      element.remove();
    }
    expect(fresh.map((element) => element instanceof second)).to.deep.equal([true, true]);
    expect([nameOf(old), old instanceof first, nameOf(new first())]).to.deep.equal(['first', true, 'first']);
    const of = (name: string): string[] => [`${name} label=x`, `${name} disconnected`];
    expect(journal).to.deep.equal([
      'first connected',
      'second connected',
      'second connected',
      ...of('first'),
      ...of('second'),
      ...of('second'),
    ]);
  });

  it('may be extended by another one that is defined as well', () => {
    const [base, derived] = [nextTag(), nextTag()];
    const first = createClass('first');
    class Derived extends first {}
    define(base, first);
    define(derived, Derived);
    expect([new first().localName, new Derived().localName]).to.deep.equal([base, derived]);
  });

  it('leaves classes alone that share its base and are not replaceable', () => {
    class Base extends HTMLElement {}
    class Plain extends Base {}
    class Live extends Base {}
    const [plain, live] = [nextTag(), nextTag()];
    customElements.define(plain, Plain);
    define(live, Live);
    expect([new Plain().localName, new Live().localName]).to.deep.equal([plain, live]);
    expect(() => new Base()).to.throw(TypeError);
  });

  it('is not replaced by one of which the document had to know more', () => {
    const standIn = define(nextTag(), createClass('first', [], ['a', 'b']));
    const formAssociated = Object.assign(createClass('form'), { formAssociated: true });
    expect(standIn.replace(createClass('fewer', [], ['b']))).to.equal(true);
    expect(standIn.replace(createClass('more', [], ['a', 'c']))).to.equal(false);
    expect(standIn.replace(formAssociated)).to.equal(false);
  });

  it('is none of a built-in element', () => {
    expect(StandIn.for(class extends HTMLButtonElement {}) === undefined).to.equal(true);
  });
});
