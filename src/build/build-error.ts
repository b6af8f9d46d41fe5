import { CodedError, type Messages } from '../core/coded-error.js';

/** A place in a source file, relative to the project. */
export interface SourceProblem {
  readonly text: string;
  /** Empty where the bundler gives none. */
  readonly file: string;
  /** From 1; 0 where there is none. */
  readonly line: number;
  readonly column: number;
}

/** An import that leads nowhere. */
export interface UnresolvedImport {
  readonly specifier: string;
  /** Who imports it, relative to the project. */
  readonly importer: string;
  readonly line: number;
  /** Whether it is one of Node's own modules. */
  readonly builtin: boolean;
}

/**
 * The facts that each error of the build carries, by code.
 *
 * A code is permanent: add one or retire one, never rename or reuse one.
 * Each has its own heading in `docs/errors.md`.
 */
export interface BuildErrorDetails {
  'config-missing': { readonly folder: string; readonly names: readonly string[] };
  'config-syntax': SourceProblem;
  'config-failed': { readonly file: string; readonly reason: string };
  'config-invalid': {
    readonly file: string;
    readonly field: string;
    readonly expected: string;
    readonly found: string;
    /** Where a name is unknown: the one that was probably meant. */
    readonly nearest?: string | undefined;
  };
  'name-missing': { readonly file: string };
  'option-unsupported': { readonly file: string; readonly option: string; readonly instead: string };
  'package-json-missing': { readonly folder: string };
  'package-json-invalid': { readonly file: string; readonly reason: string };
  'exposed-file-missing': { readonly key: string; readonly file: string; readonly isFolder?: boolean };
  'exposed-duplicate': { readonly key: string; readonly keys: readonly string[] };
  'shared-not-installed': { readonly packageName: string; readonly folder: string };
  'shared-bypassed': {
    readonly specifier: string;
    readonly importer: string;
    readonly packageName: string;
    readonly file: string;
  };
  'import-unresolved': { readonly imports: readonly UnresolvedImport[] };
  'export-missing': { readonly specifier: string; readonly name: string; readonly importer: string };
  'source-invalid': { readonly problems: readonly SourceProblem[] };
  'typescript-missing': { readonly folder: string };
  'types-failed': { readonly problems: readonly SourceProblem[] };
  'manifest-missing': { readonly folder: string; readonly name: string };
  'manifest-unreadable': { readonly manifest: string; readonly reason: string };
  'types-unreadable': { readonly remote: string; readonly url: string; readonly reason: string };
  'output-unwritable': { readonly folder: string; readonly reason: string };
  'nothing-to-serve': { readonly folder: string };
  'name-taken': { readonly remote: string; readonly folders: readonly string[] };
  'port-taken': { readonly port: number; readonly reason: string };
  'dev-server-missing': Readonly<Record<never, never>>;
}

/** The name of one way in which a build can fail. */
export type BuildErrorCode = keyof BuildErrorDetails;

const at = ({ file, line, column }: SourceProblem): string => (line ? `${file}:${line}:${column}` : file);

function describeImport({ specifier, importer, line, builtin }: UnresolvedImport): string {
  const where = line ? `${importer}:${line}` : importer;
  const cure = builtin
    ? 'It is a module of Node, which browsers do not have: import a package that does without it, or its browser entry point.'
    : /^[./]/.test(specifier)
      ? 'Correct the path.'
      : 'Install the package, or correct the name.';
  return `${where} imports "${specifier}", which nothing would resolve in the browser. ${cure}`;
}

// Each message says what happened, with names and values, and then what to do.
const messages: Messages<BuildErrorDetails> = {
  'config-missing': ({ folder, names }) =>
    `${folder} has no config. Write one of ${names.join(', ')} there, or give its path.`,
  'config-syntax': (problem) => `The config has a syntax error at ${at(problem)}: ${problem.text}. Correct it there.`,
  'config-failed': ({ file, reason }) => `The config ${file} threw while it was loaded: ${reason}. Correct it there.`,
  'config-invalid': ({ file, field, expected, found, nearest }) =>
    `The config ${file} has ${found} at "${field}"; expected ${expected}.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`} Correct the field.`,
  'name-missing': ({ file }) =>
    `The config ${file} gives no name. Add one, as in name: "cart": pages know the remote by it.`,
  'option-unsupported': ({ file, option, instead }) =>
    `The option "${option}", in ${file}, asks for what this build does not do. ${instead}`,
  'package-json-missing': ({ folder }) =>
    `Neither ${folder} nor a folder above it has a package.json. Write one: ranges of shared packages are read there.`,
  'package-json-invalid': ({ file, reason }) => `${file} is not valid: ${reason}. Correct the file.`,
  'exposed-file-missing': ({ key, file, isFolder }) =>
    `"${key}" is exposed from ${file}, which ${isFolder ? 'is a folder. Name the file in it that is meant.' : 'does not exist. Correct the path in the config, or create the file.'}`,
  'exposed-duplicate': ({ key, keys }) =>
    `${keys.map((name) => `"${name}"`).join(' and ')} are the same exposed module, "${key}". Rename or remove one of them.`,
  'shared-not-installed': ({ packageName, folder }) =>
    `The config shares "${packageName}", which is not installed for ${folder}. Install it, or take it out of "shared".`,
  'shared-bypassed': ({ specifier, importer, packageName, file }) =>
    `${importer} imports "${specifier}", which is ${file} of the shared package "${packageName}" but none of its entry points: a page would run it twice. Import "${packageName}", add the file to its "exports", or put "${packageName}" into "skip".`,
  'import-unresolved': ({ imports }) => imports.map(describeImport).join('\n'),
  'export-missing': ({ specifier, name, importer }) =>
    `${importer} imports "${name}" from "${specifier}", which does not export it. Correct the name, or install the version that has it.`,
  'source-invalid': ({ problems }) =>
    `${problems.map((problem) => `${at(problem)}: ${problem.text}`).join('\n')}\nCorrect the source there.`,
  'typescript-missing': ({ folder }) =>
    `Types are declared by the project's own TypeScript, and none is installed for ${folder}. Install typescript, or take "types" out of the config.`,
  'types-failed': ({ problems }) =>
    `TypeScript could not write the declarations of the exposed modules:\n${problems.map((problem) => `${at(problem)}: ${problem.text}`).join('\n')}\nCorrect that there, or take "types" out of the config.`,
  'manifest-missing': ({ folder, name }) =>
    `There is no ${name} in ${folder}, and no config that says where the manifest is. Give its path or URL.`,
  'manifest-unreadable': ({ manifest, reason }) =>
    `The manifest ${manifest} cannot be read: ${reason}. Correct the path or the URL, and see that its server is up.`,
  'types-unreadable': ({ remote, url, reason }) =>
    `The types of "${remote}" cannot be read at ${url}: ${reason}. Build the remote with types: true and serve its whole output.`,
  'output-unwritable': ({ folder, reason }) =>
    `${folder} cannot be written: ${reason}. What was there is as it was; give the folder another place, or make it writable.`,
  'nothing-to-serve': ({ folder }) =>
    `${folder} has neither a federation.config nor an index.html. Name the folders of remotes and pages, or write one of the two there.`,
  'name-taken': ({ remote, folders }) =>
    `${folders.join(' and ')} both call their remote "${remote}", and a page knows it by that name. Give one of them another in its config.`,
  'port-taken': ({ port, reason }) =>
    `Port ${port} cannot be had (${reason}). Stop what listens there, or take another: --port 5200, or --port 0 for any.`,
  'dev-server-missing': () =>
    'The development server needs @web/dev-server, which is not installed. Install it: npm install --save-dev @web/dev-server',
};

/** Every error that the build and the command line throw on purpose. */
export class BuildError<Code extends BuildErrorCode = BuildErrorCode> extends CodedError<BuildErrorDetails, Code> {
  override readonly name = 'BuildError';

  constructor(code: Code, details: BuildErrorDetails[Code], options?: ErrorOptions) {
    super(code, details, messages[code](details), options);
  }
}
