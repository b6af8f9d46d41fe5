import { expect } from '@esm-bundle/chai';
import { whenParsed } from './when-parsed.js';

/** A frame whose document the test writes piece by piece, as a slow server would. */
function openFrame(): { page: Document; frame: HTMLIFrameElement } {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentDocument as Document;
  page.open();
  return { page, frame };
}

/** Whether the promise is settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = {};
  await new Promise((resolve) => setTimeout(resolve));
  return (await Promise.race([promise, pending])) !== pending;
}

describe('whenParsed', () => {
  let page: Document;
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    ({ page, frame } = openFrame());
  });
  afterEach(() => frame.remove());

  it('waits for the children', async () => {
    page.write('<body><div><p id="host">');
    const parsed = whenParsed(page.querySelector('#host') as Element);
    page.write('<b>child</b>');
    expect(await isSettled(parsed)).to.equal(false);
    page.write('</p> ');
    expect(await isSettled(parsed)).to.equal(true);
    page.close();
  });

  it('sees that an ancestor has ended', async () => {
    page.write('<body><div><p id="host">');
    const parsed = whenParsed(page.querySelector('#host') as Element);
    page.write('</p></div>');
    expect(await isSettled(parsed)).to.equal(false);
    page.write('<p>');
    expect(await isSettled(parsed)).to.equal(true);
    page.close();
  });

  it('waits no longer than for the end of the document', async () => {
    page.write('<body><p id="host">');
    const parsed = whenParsed(page.querySelector('#host') as Element);
    page.close();
    await parsed;
  });

  it('does not wait for an element that a script made', async () => {
    await whenParsed(document.createElement('div'));
  });
});
