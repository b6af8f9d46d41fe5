import { existsSync } from 'node:fs';

/**
 * The path of a program: what the environment variable says, else the first candidate that exists.
 *
 * A variable that points nowhere is an error, not a reason to look elsewhere: somebody meant that very file.
 *
 * @param {string} variable
 * @param {readonly string[]} candidates
 * @returns {string | undefined} `undefined` if there is none.
 */
export function findBinary(variable, candidates) {
  const wanted = process.env[variable];
  if (!wanted) return candidates.find((candidate) => existsSync(candidate));
  if (existsSync(wanted)) return wanted;
  throw new Error(`${variable} is ${wanted}, which does not exist. Correct the path, or unset the variable.`);
}
