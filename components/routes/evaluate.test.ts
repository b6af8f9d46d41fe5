import { expect } from '@esm-bundle/chai';
import { evaluate } from './evaluate.js';
import type { RoutedElement } from './route.js';

const place = document.createElement('div');

/** What is shown at a path, what is kept out of sight, and what is away; of all elements with an id. */
function look(html: string, path: string): Record<'shown' | 'kept' | 'away', string> {
  place.innerHTML = html;
  const elements = [...place.querySelectorAll<RoutedElement>('[id]')];
  const { verdicts } = evaluate(elements, `https://shop.example${path}`);
  const list = (fits: (id: string, isAway: boolean, isKept?: boolean) => boolean): string =>
    elements
      .filter((element) => {
        const { isAway, isKept } = verdicts.get(element) ?? { isAway: true };
        return fits(element.id, isAway, isKept);
      })
      .map(({ id }) => id)
      .join(' ');
  return {
    shown: list((_, isAway) => !isAway),
    kept: list((_, isAway, isKept) => isAway && isKept === true),
    away: list((_, isAway, isKept) => isAway && !isKept),
  };
}

const shop = `
  <p id="badge"></p>
  <p id="menu" pattern="/*"></p>
  <federation-routes>
    <p id="none"></p>
    <p id="new" pattern="/item/new"></p>
    <p id="item" pattern="/item/:id"></p>
    <p id="inner" pattern="/inner{/*}?">
      <federation-routes>
        <b id="start" pattern="./"></b>
        <b id="rest"></b>
      </federation-routes>
      <b id="deep" pattern="deep"></b>
    </p>
  </federation-routes>`;

describe('evaluate', () => {
  const rows: readonly (readonly [path: string, shown: string, kept: string, away: string])[] = [
    ['/item/new', 'badge menu new', 'start rest deep', 'none item inner'],
    ['/item/7', 'badge menu item', 'start rest deep', 'none new inner'],
    ['/elsewhere', 'badge menu none', 'start rest deep', 'new item inner'],
    ['/inner', 'badge menu inner start', '', 'none new item rest deep'],
    ['/inner/deep', 'badge menu inner rest deep', '', 'none new item start'],
  ];
  for (const [path, shown, kept, away] of rows) {
    it(`shows ${shown} at ${path}`, () => {
      expect(look(shop, path)).to.deep.equal({ shown, kept, away });
    });
  }

  it('finds the route around a shadow tree', () => {
    place.innerHTML = '<p id="outer" pattern="/a{/*}?"></p>';
    const [outer] = place.children as unknown as [RoutedElement];
    const tree = outer.attachShadow({ mode: 'open' });
    tree.innerHTML = '<b id="inner" pattern="b"></b>';
    const inner = tree.firstElementChild as RoutedElement;
    const { verdicts } = evaluate([inner, outer], 'https://shop.example/a/b');
    expect(verdicts.get(inner)?.route).to.deep.equal({ base: '/a/b/', params: {} });
  });

  it('tells of each <federation-routes> what it shows', () => {
    place.innerHTML = '<federation-routes><p id="a" pattern="/a/:n"></p></federation-routes>';
    const [routes] = place.children as unknown as [Element];
    const element = routes.firstElementChild as RoutedElement;
    const choiceAt = (path: string): unknown => evaluate([element], `https://shop.example${path}`).choices.get(routes);
    expect(choiceAt('/a/1')).to.deep.equal({ shown: element, route: { base: '/a/1/', params: { n: '1' } } });
    expect(choiceAt('/b')).to.deep.equal({ shown: undefined });
  });

  it('does not show what it does not know yet, nor something else instead', () => {
    place.innerHTML = '<federation-routes><p pattern="/a"></p><p id="none"></p></federation-routes>';
    const none = place.querySelector('#none') as RoutedElement;
    expect(evaluate([none], 'https://shop.example/a').verdicts.get(none)?.isAway).to.equal(true);
  });
});
