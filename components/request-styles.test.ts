import { expect } from '@esm-bundle/chai';
import { echoAddress, origins, requestsTo } from '../test/browser/support/origins.js';
import { until } from '../test/browser/support/until.js';
import { requestStyles } from './request-styles.js';

const linksTo = (mark: string): string[] =>
  [...document.querySelectorAll<HTMLLinkElement>(`link[href*="${mark}"]`)].map(({ rel }) => rel);

describe('requestStyles', () => {
  let mark: string;
  beforeEach(() => {
    mark = crypto.randomUUID();
  });

  const request = (): ReturnType<typeof requestStyles> => {
    const urls = [echoAddress(origins.third, `${mark}.css`, '.marked { width: 123px }')];
    return requestStyles({ place: document.body, isIsolated: false, urls, integrity: new Map(), options: {} });
  };

  it('lets a stylesheet be fetched at once, and once', async () => {
    const styles = request();
    expect(linksTo(mark)).to.deep.equal(['preload']);
    await styles.ready;
    await until(() => linksTo(mark).join(), 'stylesheet');
    expect(await requestsTo(origins.third, mark)).to.have.length(1);
    styles.release();
    await until(() => linksTo(mark).join(), '');
  });

  it('puts nothing in the end where it is not wanted any more', async () => {
    const styles = request();
    styles.release();
    await styles.ready;
    await until(() => linksTo(mark).join(), '');
  });
});
