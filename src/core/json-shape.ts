/**
 * A value that has not the shape that a format gives it.
 *
 * A reader throws it without knowing where the value stands; each reader around it puts its own part in front.
 */
export class Mismatch extends Error {
  /** What the format wants, with its article. */
  readonly expected: string;
  /** What stands there, in a few words. */
  readonly found: string;
  /** Path of the value from where the reader began, as in `shared[2].outFileName`; empty for that itself. */
  readonly field: string;

  constructor(expected: string, found: string, field = '') {
    super(expected);
    this.expected = expected;
    this.found = found;
    this.field = field;
  }
}

/**
 * Makes of a JSON value what a format says that it is, or throws a {@link Mismatch}.
 *
 * `base` is the URL to which the addresses in it are relative, so that a table of readers serves all documents.
 */
export type Read<Value> = (value: unknown, base?: string) => Value;

/** A JSON object, of which nothing is known but that it is one. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A reader for each field that a format knows. */
type Shape = Readonly<Record<string, Read<unknown>>>;

/** Far above any real document; what is above it would only hold up the page. */
const most = 50_000;
const longestQuote = 60;

/** Says in a few words what a JSON value is: `nothing`, `an array`, `"the text"`. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

/** Throws a {@link Mismatch}. */
export function refuse(value: unknown, expected: string, field?: string): never {
  throw new Mismatch(expected, describe(value), field);
}

/** A string that is not empty. */
export const readText: Read<string> = (value) =>
  typeof value === 'string' && value ? value : refuse(value, 'a string');

/** `false` if it is missing. */
export const readFlag: Read<boolean> = (value) =>
  typeof (value ?? false) === 'boolean' ? !!value : refuse(value, 'true or false');

/** Any object. */
export const readObject: Read<JsonObject> = (value) =>
  typeof value === 'object' && value && !Array.isArray(value) ? (value as JsonObject) : refuse(value, 'an object');

/** `undefined` if it is missing, `null` or empty, as other tools write it. */
export function optional<Value>(read: Read<Value>): Read<Value | undefined> {
  return (value, base) => (value === undefined || value === null || value === '' ? undefined : read(value, base));
}

/** A string of which `make` makes something; what it makes nothing of is refused. */
export function textAs<Value>(expected: string, make: (text: string, base: string) => Value | undefined): Read<Value> {
  return (value, base = '') => make(readText(value), base) ?? refuse(value, expected);
}

/** A string that a pattern matches. */
export function textLike(expected: string, pattern: RegExp): Read<string> {
  return textAs(expected, (text) => (pattern.test(text) ? text : undefined));
}

/** A list; empty if it is missing. */
export function listOf<Item>(read: Read<Item>): Read<Item[]> {
  return (value, base) => {
    const items: Item[] = [];
    const list = value ?? [];
    if (!Array.isArray(list)) return refuse(value, 'an array');
    if (list.length > most) refuse(list.length, `at most ${most} items`);
    try {
      // By index: an iterator makes an object for each of the many thousand items between a page and its map.
      for (let index = 0; index < list.length; index++) items.push(read(list[index], base));
    } catch (error) {
      throw within(`[${items.length}]`, error);
    }
    return items;
  };
}

/**
 * An object whose fields are all alike, by name; empty if it is missing.
 *
 * @param nameOf - Gives another name for each field, by the base; one without is left out.
 */
export function mapOf<Value>(
  read: Read<Value>,
  nameOf: (name: string, base: string) => string | undefined = (name) => name,
): Read<Map<string, Value>> {
  return (value, base = '') => {
    // A map, because `__proto__` is an ordinary key in JSON and must stay one.
    const map = new Map<string, Value>();
    const fields = Object.entries(readObject(value ?? {}));
    if (fields.length > most) refuse(fields.length, `at most ${most} fields`);
    for (const [field, item] of fields) {
      try {
        const made = read(item, base);
        const name = nameOf(field, base);
        if (name !== undefined) map.set(name, made);
      } catch (error) {
        throw within(`[${JSON.stringify(field)}]`, error);
      }
    }
    return map;
  };
}

/** What is read of one field of an object. */
export function readField<Value>(object: JsonObject, name: string, read: Read<Value>, base?: string): Value {
  try {
    return read(object[name], base);
  } catch (error) {
    throw within(`.${name}`, error);
  }
}

/** An object, of which the fields of the shape are read. */
export function objectOf<Fields extends Shape>(
  shape: Fields,
): Read<{ [Name in keyof Fields]: ReturnType<Fields[Name]> }> {
  const names = Object.keys(shape);
  return (value, base) => {
    const object = readObject(value);
    const fields: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string;
      fields[name] = readField(object, name, shape[name] as Read<unknown>, base);
    }
    return fields as { [Name in keyof Fields]: ReturnType<Fields[Name]> };
  };
}

/**
 * What a reader makes of a whole document.
 *
 * @param fail - Makes the document's own error of what is wrong with it.
 */
export function readDocument<Value>(
  value: unknown,
  read: Read<Value>,
  base: string,
  fail: (mismatch: Mismatch) => Error,
): Value {
  try {
    return read(value, base);
  } catch (error) {
    throw error instanceof Mismatch ? fail(error) : error;
  }
}

/** The error of a reader, with `path` before the field if it is a mismatch. */
function within(path: string, error: unknown): unknown {
  return error instanceof Mismatch ? new Mismatch(error.expected, error.found, path + error.field) : error;
}
