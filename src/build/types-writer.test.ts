import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { type MadeTypes, TypesWriter } from './types-writer.js';

const createTypes = (...texts: readonly (readonly [path: string, text: string])[]): MadeTypes => ({
  files: texts.map(([path, text]) => ({ path, contents: Buffer.from(text) })),
  warnings: [],
});
const one = createTypes(['types/A.d.ts', 'one'], ['types/B.d.ts', 'one']);
const two = createTypes(['types/A.d.ts', 'two']);

/** Is declared when it is told to be. */
function createLater(made: MadeTypes): {
  readonly declare: () => Promise<MadeTypes>;
  readonly begun: Promise<void>;
  readonly end: () => void;
} {
  let begin = (): void => {};
  let end = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const declare = async (): Promise<MadeTypes> => {
    begin();
    await ended;
    return made;
  };
  return { declare, begun, end: () => end() };
}

describe('a writer of types', () => {
  it('puts them into the output, and takes those away that are no longer there', async () => {
    const { root } = await createProject({ files: {} });
    const writer = new TypesWriter();
    assert.equal(await writer.write(root, async () => one), one);
    assert.equal(await writer.write(root, async () => two), two);
    assert.equal(readFileSync(`${root}/types/A.d.ts`, 'utf8'), 'two');
    assert.equal(existsSync(`${root}/types/B.d.ts`), false);
    assert.equal(writer.files, two.files);
  });

  it('leaves out what is no longer of the latest build, and declares one at a time', async () => {
    const { root } = await createProject({ files: {} });
    const writer = new TypesWriter();
    const first = createLater(one);
    const written = [writer.write(root, first.declare)];
    await first.begun;
    const skipped = createLater(one);
    written.push(
      writer.write(root, skipped.declare),
      writer.write(root, async () => two),
    );
    first.end();
    assert.deepEqual(await Promise.all(written), [undefined, undefined, two]);
    assert.equal(readFileSync(`${root}/types/A.d.ts`, 'utf8'), 'two');
    assert.equal(existsSync(`${root}/types/B.d.ts`), false);
  });

  it('says why there are none, and goes on', async () => {
    const { root } = await createProject({ files: {} });
    const writer = new TypesWriter();
    const error = new Error('no');
    assert.deepEqual(await writer.write(root, () => Promise.reject(error)), { error });
    assert.equal(await writer.write(root, async () => two), two);
  });

  it('writes nothing after it was closed', async () => {
    const { root } = await createProject({ files: {} });
    const writer = new TypesWriter();
    const late = createLater(one);
    const written = writer.write(root, late.declare);
    await late.begun;
    const closed = writer.close();
    late.end();
    await closed;
    assert.equal(await written, undefined);
    assert.equal(existsSync(`${root}/types`), false);
  });
});
