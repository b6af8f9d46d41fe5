import { parseArgs, stripVTControlCharacters } from 'node:util';
import { nearestName } from '../core/nearest-name.js';
import { UsageError } from './usage-error.js';

/** The options that a command has, by name: `boolean` is there or not, `string` takes a value, `list` takes one each time. */
export type OptionKinds = Readonly<Record<string, 'boolean' | 'string' | 'list'>>;

/** What stands for an option on the command line. */
type ValueOf<Kind> = Kind extends 'boolean' ? true : Kind extends 'string' ? string : readonly string[];

/** A command line, read; `--help` (`-h`) is an option of every command. */
export interface Parameters<Kinds extends OptionKinds> {
  readonly options: { readonly [Name in keyof Kinds]?: ValueOf<Kinds[Name]> } & { readonly help?: true };
  /** What is no option, in order. */
  readonly words: readonly string[];
}

/**
 * Reads what follows the name of a command.
 *
 * @param most - How many words the command takes at most.
 * @throws {@link UsageError} for an option that it does not have, with the nearest that it has; for one without its
 * value, or with one too many; for more words than it takes.
 *
 * @example
 * ```ts
 * parseParameters(['apps/cart', '--json'], { json: 'boolean' }, 1); // → { options: { json: true }, words: ['apps/cart'] }
 * ```
 */
export function parseParameters<const Kinds extends OptionKinds>(
  parameters: readonly string[],
  kinds: Kinds,
  most: number,
): Parameters<Kinds> {
  const known = [...Object.keys(kinds), 'help'];
  const { values, positionals } = read(parameters, kinds, (name) => {
    const nearest = nearestName(name.replace(/^-+/, ''), known);
    const hint =
      nearest === undefined ? `It has: ${known.map((one) => `--${one}`).join(', ')}.` : `Did you mean --${nearest}?`;
    return new UsageError(`There is no option ${quote(name)}. ${hint}`);
  });
  if (positionals.length > most) {
    const takes = most === 0 ? 'no words' : most === 1 ? 'one word' : `${most} words`;
    throw new UsageError(
      `The command takes ${takes}; there are ${positionals.length}: ${positionals.map(quote).join(', ')}.`,
    );
  }
  return { options: values as Parameters<Kinds>['options'], words: positionals };
}

function read(
  parameters: readonly string[],
  kinds: OptionKinds,
  createUnknown: (name: string) => UsageError,
): { values: object; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'boolean' ? kind : 'string', multiple: kind === 'list' } as const,
    ]),
  );
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const [, unknown = ''] = /'(-[^']*)'/.exec(message) ?? [];
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw createUnknown(unknown);
    throw new UsageError(message, { cause: error });
  }
}

function quote(text: string): string {
  return `"${stripVTControlCharacters(text)}"`;
}
