import { basename } from 'node:path';
import type { Plugin } from 'esbuild';
import { resolveFile } from './resolve-file.js';

/**
 * Refuses files whose name has a quotation mark, a backslash or a control character.
 *
 * esbuild writes the names of files that it makes of others as they are, into scripts and into what it says of them; such
 * a name ends the whole process, or leads to another file. It is Unix alone that has them.
 */
export function createFileNamePlugin(): Plugin {
  return {
    name: 'federation-file-names',
    setup(build) {
      build.onResolve({ filter: /["\\]|[^ -~]/ }, async (question) => {
        const file = basename((await resolveFile(build, question))?.path ?? '');
        const quoted = JSON.stringify(file);
        if (quoted === `"${file}"`) return undefined;
        const text = `${quoted} has a quotation mark, a backslash or a control character in its name; rename the file`;
        return { errors: [{ text }] };
      });
    },
  };
}
