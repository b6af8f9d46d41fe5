import { expect } from '@esm-bundle/chai';
import type { RoutedElement, Verdict } from './route.js';
import { followRoute } from './routing.js';

describe('followRoute', () => {
  const address = location.href;
  after(() => history.replaceState(null, '', address));

  it('tells at once, after each change, and when it is asked, until it is ended', () => {
    const element = document.createElement('p') as unknown as RoutedElement;
    const ending = new AbortController();
    const told: string[] = [];
    const tell = ({ isAway, route }: Verdict): unknown => told.push(isAway ? 'away' : (route?.params.part ?? 'here'));
    element.setAttribute('pattern', '#part-:part');
    document.body.append(element);
    const refresh = followRoute(element, tell, ending.signal);
    history.replaceState(null, '', '#part-one');
    history.replaceState(null, '', '#part-two');
    history.replaceState(null, '', '#other');
    element.removeAttribute('pattern');
    refresh();
    refresh();
    ending.abort();
    element.setAttribute('pattern', '#nothing');
    refresh();
    expect(told).to.deep.equal(['away', 'one', 'two', 'away', 'here']);
    element.remove();
  });

  it('registers <federation-routes>', () => {
    expect(customElements.get('federation-routes')).to.be.a('function');
  });
});
