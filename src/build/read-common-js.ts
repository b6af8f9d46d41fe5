import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { initSync, parse } from 'cjs-module-lexer';
import type { TransformOptions } from 'esbuild';

/** What a CommonJS module gives to those who import it. */
export interface CommonJsModule {
  /** Names that it exports, without `default`. */
  readonly names: ReadonlySet<string>;
  /** Whether it may say by `__esModule` that it was an ES module once, whose default export is a property. */
  readonly wasModule: boolean;
  /** Whether what it exports is a value of its own (`module.exports = …`), not names that it adds one by one. */
  readonly isValue: boolean;
}

/** What the reading of CommonJS modules needs of the bundler. */
export interface CommonJsReader {
  /** The file that a `require` means; `undefined` if none, or none on the disk. */
  readonly resolve: (specifier: string, importer: string) => Promise<string | undefined>;
  /** The source without the branches that are dead in this build. */
  readonly dropDeadBranches: (source: string) => Promise<string>;
}

/** How to ask esbuild for a source without its dead branches, in one mode. */
export function deadBranchOptions(mode: string): TransformOptions {
  return { define: { 'process.env.NODE_ENV': JSON.stringify(mode) }, minifySyntax: true };
}

/**
 * The named exports of a CommonJS module, found without running it, as Node finds them.
 *
 * Modules that it hands on (`module.exports = require('./x')`) are followed.
 *
 * @returns `undefined` if the file is an ES module, or exports nothing.
 */
export async function readCommonJs(file: string, reader: CommonJsReader): Promise<CommonJsModule | undefined> {
  const names = new Set<string>();
  const first = await readOne(file, reader);
  if (!first) return undefined;
  let [wasModule, isValue] = [false, false];
  const seen = new Set([file]);
  const queue: [string, Lexed][] = [[file, first]];
  for (const [importer, lexed] of queue) {
    for (const name of lexed.exports) names.add(name);
    wasModule ||= lexed.wasModule;
    isValue ||= lexed.isValue;
    for (const specifier of lexed.reexports) {
      const target = await reader.resolve(specifier, importer);
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      const next = await readOne(target, reader);
      if (next) queue.push([target, next]);
    }
  }
  names.delete('default');
  return { names, wasModule, isValue: isValue || !wasModule };
}

/** Whether a file is a CommonJS module that exports something. */
export async function isCommonJs(file: string): Promise<boolean> {
  const source = await readScript(file);
  return source !== undefined && lex(source) !== undefined;
}

interface Lexed {
  readonly exports: readonly string[];
  readonly reexports: readonly string[];
  readonly wasModule: boolean;
  readonly isValue: boolean;
}

/** How bundlers tell this lexer which names an ES module had. They assign the module all the same. */
const annotation = /\b0\s*&&\s*\(\s*module\.exports\s*=/;
/** An assignment of anything but another module, and but what bundlers make of an ES module: it has `__esModule`. */
const ownValue =
  /\bmodule\.exports\s*=(?!=)(?!\s*(?:require\s*\(\s*["'][^"']*["']\s*\)\s*(?:[;,)}\n]|$)|__toCommonJS\())/;

const scripts = new Set(['.js', '.cjs', '']);

async function readOne(file: string, reader: CommonJsReader): Promise<Lexed | undefined> {
  const source = await readScript(file);
  const lexed = source === undefined ? undefined : lex(source);
  if (source === undefined || !lexed) return undefined;
  const wasModule = source.includes('__esModule');
  const isAnnotated = annotation.test(source);
  const isAlive = !source.includes('NODE_ENV');
  const alive = isAlive ? source : await reader.dropDeadBranches(source);
  const living = isAlive ? lexed : (lex(alive) ?? lexed);
  return {
    // An annotation is a dead branch, too.
    exports: isAnnotated ? [...living.exports, ...lexed.exports] : living.exports,
    reexports: living.reexports,
    wasModule,
    isValue: !isAnnotated && ownValue.test(alive),
  };
}

/** The text of a file that could be a CommonJS module. */
async function readScript(file: string): Promise<string | undefined> {
  if (!scripts.has(extname(file))) return undefined;
  const source = await readFile(file, 'utf8');
  return /\b(?:exports|module)\b/.test(source) ? source : undefined;
}

function lex(source: string): { exports: readonly string[]; reexports: readonly string[] } | undefined {
  initSync();
  try {
    return parse(source);
  } catch {
    return undefined;
  }
}
