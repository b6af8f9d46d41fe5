import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { type OutputFile, writeOutput } from './write-output.js';

/** An output whose entry names its other files, as it would be written. */
function output(...paths: string[]): OutputFile[] {
  const files = Object.fromEntries(paths.map((path) => [path, { bytes: 1 }]));
  return [
    ...paths.map((path) => ({ path, contents: path })),
    { path: 'remoteEntry.json', contents: JSON.stringify({ files }) },
  ];
}

const first = ['Cart-AAAAAAAA.js', 'shared/lit@3.3.1/index-AAAAAAAA.js', 'Cart-AAAAAAAA.css'];
const second = ['Cart-BBBBBBBB.js', 'Cart-AAAAAAAA.css'];

async function createFolder(): Promise<string> {
  return `${(await createProject({ files: {} })).root}/some/dist`;
}

function filesIn(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return found.map(({ parentPath, path, name }) => `${parentPath ?? path}/${name}`.slice(folder.length + 1)).sort();
}

describe('an output', () => {
  it('is written into a folder that does not exist yet', async () => {
    const folder = await createFolder();
    await writeOutput(folder, output(...first));
    assert.deepEqual(filesIn(folder), [...first, 'remoteEntry.json'].sort());
  });

  it('takes the place of the one before, and leaves alone what nobody built', async () => {
    const folder = await createFolder();
    await writeOutput(folder, output(...first));
    writeFileSync(`${folder}/index.html`, '');
    writeFileSync(`${folder}/Mine-AAAAAAAA.js`, '');
    await writeOutput(folder, output(...second));
    assert.deepEqual(filesIn(folder), [...second, 'Mine-AAAAAAAA.js', 'index.html', 'remoteEntry.json'].sort());
    assert.ok(!readdirSync(folder).includes('shared'));
  });

  it('is not written again where it is the same', async () => {
    const folder = await createFolder();
    await writeOutput(folder, output(...first));
    const before = statSync(`${folder}/${first[0]}`).ino;
    await writeOutput(folder, output(...first));
    assert.equal(statSync(`${folder}/${first[0]}`).ino, before);
  });

  it('heals a file that was damaged', async () => {
    const folder = await createFolder();
    await writeOutput(folder, output(...first));
    writeFileSync(`${folder}/${first[0]}`, 'broken');
    await writeOutput(folder, output(...first));
    assert.equal(readFileSync(`${folder}/${first[0]}`, 'utf8'), first[0]);
  });

  it('removes what a build left behind that was killed', async () => {
    const folder = await createFolder();
    mkdirSync(`${folder}/.federation-stage-999999999-abc`, { recursive: true });
    await writeOutput(folder, output(...first));
    assert.deepEqual(filesIn(folder), [...first, 'remoteEntry.json'].sort());
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('.')),
      [],
    );
  });

  it('never removes a file outside of its folder, whatever the entry before says', async () => {
    const folder = await createFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/../Precious-AAAAAAAA.js`, '');
    writeFileSync(
      `${folder}/remoteEntry.json`,
      JSON.stringify({ files: { '../Precious-AAAAAAAA.js': {}, '/etc/x-AAAAAAAA.js': {} } }),
    );
    await writeOutput(folder, output(...first));
    assert.ok(filesIn(`${folder}/..`).includes('Precious-AAAAAAAA.js'));
  });
});

describe('an output that cannot be written', () => {
  it('leaves the one before as it was, if a folder is where a file should be', async () => {
    const folder = await createFolder();
    await writeOutput(folder, output(...first));
    mkdirSync(`${folder}/Cart-BBBBBBBB.js/inside`, { recursive: true });
    await assert.rejects(writeOutput(folder, output(...second)), { code: 'output-unwritable' });
    assert.deepEqual(filesIn(folder), [...first, 'remoteEntry.json'].sort());
    assert.equal(readFileSync(`${folder}/remoteEntry.json`, 'utf8'), String(output(...first).at(-1)?.contents));
  });

  it('says why, if its folder is a file', async () => {
    const { root } = await createProject({ files: { dist: 'a file' } });
    const details = { folder: `${root}/dist`, reason: 'ENOTDIR' };
    await assert.rejects(writeOutput(`${root}/dist`, output(...first)), { code: 'output-unwritable', details });
  });

  it('says why, if nobody may write there', { skip: process.getuid?.() === 0 && 'the superuser may' }, async () => {
    const folder = await createFolder();
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o555);
    await assert.rejects(writeOutput(folder, output(...first)), {
      code: 'output-unwritable',
      details: { folder, reason: 'EACCES' },
    });
  });
});
