import { expect } from '@esm-bundle/chai';
import { FederationElement } from './federation-element.js';

/** A tag that notes what happens to it. */
class Diary extends FederationElement {
  static override readonly tag = 'test-diary';
  static override readonly properties = { page: {} };
  declare page: string | null;
  readonly notes: string[] = [];

  constructor() {
    super();
    this.follow({
      connected: () => this.notes.push(`connected with ${this.page}`),
      disconnected: () => this.notes.push('disconnected'),
    });
  }
}

describe('FederationElement', () => {
  it('is registered by its own tag, or by another, and only once', () => {
    Diary.define();
    Diary.define();
    class Other extends Diary {}
    Other.define('test-other-diary');
    expect(customElements.get('test-diary')).to.equal(Diary);
    expect(customElements.get('test-other-diary')).to.equal(Other);
  });

  it('leaves a tag that is taken to its owner', () => {
    Diary.define();
    class Late extends Diary {}
    Late.define();
    expect(customElements.get('test-diary')).to.equal(Diary);
  });

  it('begins when its attributes have been read, and ends when it is taken out', async () => {
    Diary.define();
    const diary = new Diary();
    document.body.append(diary);
    diary.setAttribute('page', '1');
    expect(diary.notes).to.deep.equal([]);
    await diary.updateComplete;
    expect(diary.notes).to.deep.equal(['connected with 1']);
    diary.remove();
    expect(diary.notes.at(-1)).to.equal('disconnected');
  });

  it('does not begin if it was taken out by then', async () => {
    Diary.define();
    const diary = new Diary();
    document.body.append(diary);
    diary.remove();
    await diary.updateComplete;
    expect(diary.notes).to.deep.equal(['disconnected']);
  });
});
