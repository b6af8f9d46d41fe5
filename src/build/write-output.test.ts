import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createProject } from '../../test/node/support/create-project.js';
import { recordFileName } from './past-builds.js';
import type { OutputFile } from './stage.js';
import { writeOutput } from './write-output.js';

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

describe('builds before', () => {
  const script = (letter: string): string => `Cart-${letter.repeat(8)}.js`;
  /** Scripts that are left after builds, one a letter. */
  async function left(letters: string, keep: number): Promise<string> {
    const folder = await createFolder();
    for (const letter of letters) await writeOutput(folder, output(script(letter)), { keep });
    const names = filesIn(folder).flatMap((name) => /^Cart-(.)/.exec(name)?.[1] ?? []);
    assert.equal(filesIn(folder).includes(recordFileName), names.length > 1);
    return names.join('');
  }

  const cases: readonly [builds: string, keep: number, expected: string, title: string][] = [
    ['ABC', 0, 'C', 'keep nothing unless they are to'],
    ['ABC', 1, 'BC', 'keep their files, the last one only'],
    ['ABCD', 2, 'BCD', 'keep their files, the last two'],
    ['ABBBC', 1, 'BC', 'count once if they were the same'],
    ['ABABC', 2, 'ABC', 'count once also if there was another one in between'],
    ['AB', 5, 'AB', 'may be fewer than are to be kept'],
  ];
  for (const [builds, keep, expected, title] of cases) {
    it(`${title}: of ${builds}, ${expected} are left with ${keep}`, async () =>
      assert.equal(await left(builds, keep), expected));
  }

  it('go when they are not to be kept any more', async () => {
    const folder = await createFolder();
    for (const letter of 'ABC') await writeOutput(folder, output(script(letter)), { keep: 2 });
    await writeOutput(folder, output(script('D')));
    assert.deepEqual(filesIn(folder), [script('D'), 'remoteEntry.json']);
  });

  it('stay as they are if the next one fails', async () => {
    const folder = await createFolder();
    for (const letter of 'AB') await writeOutput(folder, output(script(letter)), { keep: 1 });
    const before = filesIn(folder);
    mkdirSync(`${folder}/${script('C')}/inside`, { recursive: true });
    await assert.rejects(writeOutput(folder, output(script('C')), { keep: 1 }));
    assert.deepEqual(filesIn(folder), before);
  });

  it('never lead to a file outside, whatever their record says', async () => {
    const folder = await createFolder();
    await writeOutput(folder, output(...first));
    writeFileSync(`${folder}/../${script('P')}`, '');
    writeFileSync(`${folder}/${recordFileName}`, JSON.stringify([[`../${script('P')}`, 7], 'x']));
    await writeOutput(folder, output(...second));
    assert.ok(filesIn(`${folder}/..`).includes(script('P')));
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

  it('leaves every document as it was, also if only the entry cannot be moved', async () => {
    const folder = await createFolder();
    const withMap = (text: string, ...paths: string[]): OutputFile[] => [
      { path: 'importmap.json', contents: text },
      ...output(...paths),
    ];
    mkdirSync(`${folder}/remoteEntry.json/inside`, { recursive: true });
    writeFileSync(`${folder}/importmap.json`, 'of before');
    await assert.rejects(writeOutput(folder, withMap('new', ...second)), { code: 'output-unwritable' });
    assert.deepEqual(filesIn(folder), ['importmap.json']);
    assert.equal(readFileSync(`${folder}/importmap.json`, 'utf8'), 'of before');
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
