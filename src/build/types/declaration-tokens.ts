/** A word, a text or a sign of a declaration file. */
export interface Token {
  readonly text: string;
  /** Where it stands in the file. */
  readonly start: number;
}

const code = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[\w$#]+|\s+|[\s\S]/y;
const template = /\\[\s\S]|\$\{|[`$]|[^`$\\]+/y;

/**
 * Reads the words, texts and signs of a declaration file, without its comments.
 *
 * What stands between the braces of a template is code again.
 *
 * Runs anywhere: pure.
 */
export function* readTokens(text: string): Generator<Token> {
  const open = [0];
  for (let start = 0; start < text.length; ) {
    const isTemplate = open.at(-1) === inTemplate;
    const pattern = isTemplate ? template : code;
    pattern.lastIndex = start;
    const [found = ''] = pattern.exec(text) ?? [];
    if (isTemplate) readTemplate(found, open);
    else if (readCode(found, open)) yield { text: found, start };
    start += found.length || 1;
  }
}

/** In the list of how many braces are open in each piece of code: a template. */
const inTemplate = -1;

function readTemplate(found: string, open: number[]): void {
  if (found === '`') open.pop();
  else if (found === '${') open.push(0);
}

/** Whether it is a token of its own. */
function readCode(found: string, open: number[]): boolean {
  const braces = open.at(-1) ?? 0;
  if (found === '`') open.push(inTemplate);
  else if (found === '}' && braces === 0 && open.length > 1) open.pop();
  else if (found === '{') open[open.length - 1] = braces + 1;
  else if (found === '}') open[open.length - 1] = Math.max(braces - 1, 0);
  return !/^(?:\s|\/\/|\/\*|`)/.test(found);
}
