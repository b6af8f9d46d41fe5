import { expect } from '@esm-bundle/chai';
import { nextTask } from '../test/browser/support/tags.js';
import { whenWanted } from './when-wanted.js';

describe('whenWanted', () => {
  let element: HTMLElement;
  let ending: AbortController;
  let calls: number;

  function start(loading: string | null): void {
    whenWanted(element, loading, ending.signal, () => {
      calls++;
      ending.abort();
    });
  }

  beforeEach(() => {
    element = document.createElement('div');
    document.body.append(element);
    ending = new AbortController();
    calls = 0;
  });

  afterEach(() => element.remove());

  /** Long enough for an observer that was going to tell. */
  async function frames(): Promise<void> {
    for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame);
    await nextTask();
  }

  for (const loading of [null, 'eager', 'nonsense', '']) {
    it(`calls at once if loading is ${loading}`, () => {
      start(loading);
      expect(calls).to.equal(1);
    });
  }

  it('never calls if loading is manual', async () => {
    start('manual');
    await frames();
    expect(calls).to.equal(0);
  });

  it('calls when the browser is idle', async () => {
    start('idle');
    expect(calls).to.equal(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(calls).to.equal(1);
  });

  it('does not call when idle if it is ended before', async () => {
    start('idle');
    ending.abort();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(calls).to.equal(0);
  });

  it('calls a lazy one in the viewport, even if it is empty', async () => {
    start('lazy');
    await frames();
    expect(calls).to.equal(1);
  });

  it('calls a lazy one far below when it comes near', async () => {
    const above = document.createElement('div');
    above.style.height = '5000px';
    element.before(above);
    start('lazy');
    await frames();
    expect(calls).to.equal(0);
    element.scrollIntoView();
    await frames();
    above.remove();
    expect(calls).to.equal(1);
  });

  it('calls a lazy one that is hidden when it is shown', async () => {
    element.hidden = true;
    start('lazy');
    await frames();
    expect(calls).to.equal(0);
    element.hidden = false;
    await frames();
    expect(calls).to.equal(1);
  });

  it('does not call a lazy one that is ended before', async () => {
    element.hidden = true;
    start('lazy');
    ending.abort();
    element.hidden = false;
    await frames();
    expect(calls).to.equal(0);
  });
});
