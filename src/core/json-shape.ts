/**
 * A value that has not the shape that a format gives it.
 *
 * Readers throw it with the path as they know it; each reader around them puts its own part in front.
 * The parser at the top turns it into the error of its document.
 */
export class Mismatch extends Error {
  /** Path of the value from where the reader began, as in `shared[2].outFileName`. */
  readonly field: string;
  /** What the format wants, with its article. */
  readonly expected: string;
  /** What stands there. */
  readonly found: unknown;

  constructor(field: string, expected: string, found: unknown) {
    super(`${field}: expected ${expected}`);
    this.field = field;
    this.expected = expected;
    this.found = found;
  }
}

/** A JSON object, of which nothing is known but that it is one. */
export type JsonObject = Readonly<Record<string, unknown>>;

const longestQuote = 60;

/** Says in a few words what a JSON value is: `nothing`, `an array`, `"the text"`. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

/** The value, if it is an object. */
export function readObject(value: unknown, field: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Mismatch(field, 'an object', value);
  }
  return value as JsonObject;
}

/** The value, if it is a string that is not empty. */
export function readString(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') throw new Mismatch(field, 'a string', value);
  return value;
}

/** The value, if it is a string; `undefined` if it is missing, `null` or empty, as other tools write it. */
export function readOptionalString(value: unknown, field: string): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : readString(value, field);
}

/** The value, if it is a boolean; `false` if it is missing. */
export function readFlag(value: unknown, field: string): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw new Mismatch(field, 'true or false', value);
  return value;
}

/** Each item as `readItem` gives it; an empty list if the value is missing. At most `most` items. */
export function readList<Item>(
  value: unknown,
  field: string,
  most: number,
  readItem: (item: unknown, field: string) => Item,
): Item[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Mismatch(field, 'an array', value);
  if (value.length > most) throw new Mismatch(field, `at most ${most} items`, value.length);
  const items: Item[] = [];
  try {
    for (const item of value) items.push(readItem(item, ''));
  } catch (error) {
    throw within(`${field}[${items.length}]`, error);
  }
  return items;
}

/** Each own field as `readValue` gives it, by name; empty if the value is missing. At most `most` fields. */
export function readRecord<Value>(
  value: unknown,
  field: string,
  most: number,
  readValue: (item: unknown, name: string) => Value,
): Map<string, Value> {
  // A map, because `__proto__` is an ordinary key in JSON and must stay one.
  const record = new Map<string, Value>();
  if (value === undefined || value === null) return record;
  const fields = Object.entries(readObject(value, field));
  if (fields.length > most) throw new Mismatch(field, `at most ${most} fields`, fields.length);
  for (const [name, item] of fields) {
    try {
      record.set(name, readValue(item, name));
    } catch (error) {
      throw within(`${field}[${JSON.stringify(name)}]`, error);
    }
  }
  return record;
}

/** The error of a reader, with `path` before the field if it is a mismatch. */
function within(path: string, error: unknown): unknown {
  if (!(error instanceof Mismatch)) return error;
  return new Mismatch(path + error.field.replace(/^(?=[^[])/, '.'), error.expected, error.found);
}
