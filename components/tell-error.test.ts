import { expect } from '@esm-bundle/chai';
import { tellError } from './tell-error.js';

function linesOf(work: () => void): unknown[] {
  const { error } = console;
  const lines: unknown[] = [];
  console.error = (line: unknown) => lines.push(line);
  try {
    work();
  } finally {
    console.error = error;
  }
  return lines;
}

describe('tellError', () => {
  it('tells the element, and the console', () => {
    const element = document.createElement('div');
    const seen: ErrorEvent[] = [];
    element.addEventListener('error', (event) => seen.push(event));
    const error = new Error('out of milk');
    expect(linesOf(() => expect(tellError(element, error)).to.equal(false))).to.deep.equal([error]);
    expect(seen.map((event) => [event.error, event.message, event.bubbles])).to.deep.equal([
      [error, 'out of milk', false],
    ]);
  });

  it('leaves the console alone if a listener handles the error', () => {
    const element = document.createElement('div');
    element.addEventListener('error', (event) => event.preventDefault());
    expect(linesOf(() => expect(tellError(element, 'text')).to.equal(true))).to.deep.equal([]);
  });
});
