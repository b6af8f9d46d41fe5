import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where a command's words go. */
export interface Terminal {
  /** What was asked for, to standard output. */
  readonly print: (text: string) => void;
  /** What went wrong, to standard error; what others have written may be in it, so it moves no cursor. */
  readonly report: (text: string) => void;
  /** What is going on: one line that the next one replaces; nothing where nobody watches. */
  readonly progress: (text: string) => void;
  /** Colours a text for standard output, if that is a terminal. */
  readonly paint: (style: Style, text: string) => string;
}

type Streams = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>;

const control = /[^\P{Cc}\n\t]/gu;

/**
 * Colours and progress are for people: they are left out where the output is no terminal, colours also where
 * `NO_COLOR` is set.
 *
 * @see https://no-color.org
 */
export function createTerminal({ stdout, stderr, env }: Streams): Terminal {
  const hasColours = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const isWatched = stderr.isTTY === true && env.TERM !== 'dumb';
  let shows = false;
  const clear = (): void => {
    if (shows) stderr.write('\r\u001B[2K');
    shows = false;
  };
  return {
    print(text) {
      clear();
      stdout.write(text);
    },
    report(text) {
      clear();
      stderr.write(text.replace(control, ''));
    },
    progress(text) {
      if (!isWatched) return;
      clear();
      stderr.write(text);
      shows = true;
    },
    paint: (style, text) => (hasColours ? styleText(style, text, { validateStream: false }) : text),
  };
}
