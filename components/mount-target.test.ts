import { expect } from '@esm-bundle/chai';
import { nextTask } from '../test/browser/support/tags.js';
import { contentSlot, createMountTarget, type MountTarget } from './mount-target.js';

describe('createMountTarget', () => {
  let host: HTMLElement;
  let target: MountTarget;

  beforeEach(() => {
    host = document.createElement('div');
    host.innerHTML = '<p>placeholder</p>';
    document.body.append(host);
    target = createMountTarget(host, false, () => {});
    target.insert();
    target.element.innerHTML = '<input><input>';
  });

  afterEach(() => host.remove());

  it('adds an element behind the children of the host', () => {
    expect(host.lastElementChild).to.equal(target.element);
    expect(target.element.slot).to.equal(contentSlot);
    expect(host.children.length).to.equal(2);
  });

  it('takes away the dead app that a copy of the tag has', () => {
    const copy = host.cloneNode(true) as HTMLElement;
    const other = createMountTarget(copy, false, () => {});
    other.insert();
    expect([...copy.children].map(({ localName }) => localName)).to.deep.equal(['p', 'div']);
    expect(copy.lastElementChild).to.equal(other.element);
    other.remove();
  });

  it('puts the element back when somebody renders the children anew', async () => {
    host.textContent = 'rendered anew';
    await null;
    expect(host.lastElementChild).to.equal(target.element);
    host.replaceChildren();
    await null;
    expect(target.element.parentNode).to.equal(host);
  });

  it('gives the focus back to what had it', async () => {
    const [, second] = target.element.querySelectorAll('input');
    second?.focus();
    host.textContent = 'rendered anew';
    await nextTask();
    expect(document.activeElement).to.equal(second);
  });

  it('leaves the focus alone if it had moved on', async () => {
    const other = document.createElement('input');
    document.body.append(other);
    target.element.querySelector('input')?.focus();
    other.focus();
    await null;
    other.blur();
    host.textContent = 'rendered anew';
    await nextTask();
    expect(document.activeElement).to.equal(document.body);
    other.remove();
  });

  it('takes the element away for good', async () => {
    target.remove();
    await null;
    await null;
    expect(host.innerHTML).to.equal('<p>placeholder</p>');
    host.textContent = 'rendered anew';
    await nextTask();
    expect(host.innerHTML).to.equal('rendered anew');
  });

  it('hides the element at once, and keeps it until the app has gone', async () => {
    let leave = (): void => {};
    target.remove(new Promise<void>((resolve) => (leave = resolve)));
    expect(target.element.slot).not.to.equal(contentSlot);
    expect(target.element.isConnected).to.equal(true);
    leave();
    await nextTask();
    expect(target.element.isConnected).to.equal(false);
  });
});
