/** A version as semver understands it: what comes after a plus sign counts for nothing. */
export interface ExactVersion {
  /** Major, minor and patch. */
  readonly numbers: readonly [number, number, number];
  /** What comes after a hyphen, part by part; empty for a release. */
  readonly preRelease: readonly string[];
}

/** What semver's authors take for the longest sensible text; a longer one only holds up the page. */
const longestText = 256;

/** A number as versions write it. */
export const numberPattern = '0|[1-9]\\d*';

const part = `(?:\\d*[a-z-][a-z\\d-]*|${numberPattern})`;
/** What may come after a hyphen. */
export const preReleasePattern: string = `${part}(?:\\.${part})*`;

const pattern = new RegExp(
  `^(${numberPattern})\\.(${numberPattern})\\.(${numberPattern})(?:-(${preReleasePattern}))?(?:\\+[a-z\\d-]+(?:\\.[a-z\\d-]+)*)?$`,
  'i',
);

/**
 * Reads an exact version.
 *
 * @returns `undefined` if it is none, or longer than 256 characters.
 *
 * Runs anywhere: pure.
 */
export function parseVersion(text: string): ExactVersion | undefined {
  const found = text.length > longestText ? null : pattern.exec(text);
  const [, major, minor, patch, preRelease] = found ?? [];
  const numbers = [Number(major), Number(minor), Number(patch)] as const;
  return numbers.every(Number.isSafeInteger) ? { numbers, preRelease: preRelease?.split('.') ?? [] } : undefined;
}

/**
 * Orders two versions by semver's rules: negative if the one comes before the other.
 *
 * Runs anywhere: pure.
 */
export function compareExact(one: ExactVersion, other: ExactVersion): number {
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] as number);
    if (difference !== 0) return difference;
  }
  const [parts, others] = [one.preRelease, other.preRelease];
  // A release comes after all that lead to it.
  if (parts.length === 0 || others.length === 0) return others.length - parts.length;
  for (const [index, part] of parts.entries()) {
    const order = comparePart(part, others[index]);
    if (order !== 0) return order;
  }
  return parts.length - others.length;
}

/** Numbers come before words, and nothing comes before both. */
function comparePart(one: string, other: string | undefined): number {
  if (one === other) return 0;
  if (other === undefined) return 1;
  const [number, otherNumber] = [one, other].map((part) => (/^\d+$/.test(part) ? Number(part) : undefined));
  if (number !== undefined && otherNumber !== undefined) return number - otherNumber;
  if (number === undefined && otherNumber === undefined) return one < other ? -1 : 1;
  return number === undefined ? 1 : -1;
}
