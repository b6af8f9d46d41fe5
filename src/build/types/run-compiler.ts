import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse, sep } from 'node:path';
import type { SourceProblem } from '../build-error.js';
import type { BuildSettings } from '../build-settings.js';
import { findCacheFolder } from '../bundle-cache.js';
import { findTsconfig } from './find-tsconfig.js';
import { runProcess } from './run-process.js';

/** What the compiler made. */
export interface CompiledDeclarations {
  /** Folder with the declarations, each below the absolute path of its source. */
  readonly folder: string;
  /** What it found wrong: in the types, or with the declarations. */
  readonly problems: readonly SourceProblem[];
  /** Takes the folder away. */
  readonly remove: () => Promise<void>;
}

/**
 * Lets a project's TypeScript write the declarations of scripts, and of all that they import.
 *
 * The project's own tsconfig.json counts, but for what is written and where to. Errors in types keep no declaration from
 * being written: the check of types is another command.
 *
 * @param compiler - Path of `tsc`.
 * @param files - Absolute paths.
 */
export async function runCompiler(
  compiler: string,
  files: readonly string[],
  settings: Pick<BuildSettings, 'root' | 'outDir' | 'esbuild'>,
): Promise<CompiledDeclarations> {
  const { root, outDir } = settings;
  const folder = await createFolder(root);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const [first = ''] = files;
    const { file: base, ambient } = await findTsconfig(first, compiler, settings);
    const config = {
      ...(base !== undefined && { extends: base }),
      compilerOptions: {
        ...(base === undefined && withoutConfig),
        ...written,
        outDir: join(folder, 'out'),
        // So that each declaration is found by the path of its source, wherever that is.
        rootDir: parse(root).root,
      },
      // The build before may have left declarations of the same modules.
      files: [...files, ...ambient.filter((file) => !file.startsWith(outDir + sep))],
      include: [],
      references: [],
    };
    const configFile = join(folder, 'tsconfig.json');
    await writeFile(configFile, JSON.stringify(config));
    const output = await runProcess([compiler, '--project', configFile, '--pretty', 'false', '--locale', 'en'], root);
    return { folder: join(folder, 'out'), problems: readProblems(output), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Below the project where that can be, because there its `@types` are found. */
async function createFolder(root: string): Promise<string> {
  const parent = findCacheFolder(root);
  try {
    if (parent !== undefined) await mkdir(parent, { recursive: true });
    return await mkdtemp(join(parent ?? (await realpath(tmpdir())), 'types-'));
  } catch {
    return await mkdtemp(join(await realpath(tmpdir()), 'federation-types-'));
  }
}

/** As for the bundler where there is no tsconfig.json. */
const withoutConfig = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  strict: true,
};

const written = {
  noEmit: false,
  noEmitOnError: false,
  declaration: true,
  emitDeclarationOnly: true,
  declarationMap: false,
  declarationDir: null,
  composite: false,
  incremental: false,
  tsBuildInfoFile: null,
  allowJs: true,
  checkJs: false,
  skipLibCheck: true,
};

const located = /^(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): error (?<text>.*)$/;

// Whether a stylesheet or an image is there, the bundler knows; its type matters only where it is in the declarations.
const assetMissing = /^TS(?:2882:|2307: Cannot find module '\.[^']*\.(?![cm]?[jt]sx?')\w+')/;

/** As in `src/cart.ts(1,8): error TS2322: …`; lines that go on from the one before begin with a space. */
function readProblems(output: string): SourceProblem[] {
  return output
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith(' '))
    .map((line) => {
      const { file = '', line: row = 0, column = 0, text = line } = located.exec(line)?.groups ?? {};
      return { text: text.replace(/^error /, ''), file, line: Number(row), column: Number(column) };
    })
    .filter(({ text }) => !assetMissing.test(text));
}
