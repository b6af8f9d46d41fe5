import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after } from 'node:test';
import { type Dependencies, installPackages } from './install-packages.js';

/** Text by path, relative to the project; what is no text is written as JSON. */
export type Files = Readonly<Record<string, unknown>>;

/** A project on the disk. */
export interface Project {
  readonly root: string;
  /** Each file appears whole: who watches the project never sees half of it. */
  readonly write: (files: Files) => Promise<void>;
}

/** What a project is to hold. */
export interface ProjectOptions {
  /** Real packages, which are also its dependencies unless the files have a package.json. */
  readonly packages?: Dependencies;
  readonly files: Files;
}

/** Makes a project of its own, which goes when the tests of the file are over. */
export async function createProject({ packages, files }: ProjectOptions): Promise<Project> {
  const parent = packages ? join(await installPackages(packages), 'projects') : await realpath(tmpdir());
  await mkdir(parent, { recursive: true });
  const root = await mkdtemp(join(parent, 'project-'));
  after(() => rm(root, { recursive: true, force: true }));
  const write = async (more: Files): Promise<void> => {
    for (const [path, content] of Object.entries(more)) {
      const file = join(root, path);
      const unfinished = join(dirname(file), `.${basename(file)}.part`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(unfinished, typeof content === 'string' ? content : JSON.stringify(content));
      await rename(unfinished, file);
    }
  };
  await write({
    'package.json': { name: 'project', version: '1.0.0', type: 'module', dependencies: packages ?? {} },
    ...files,
  });
  return { root, write };
}
