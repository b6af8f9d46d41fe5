import { fileUrl } from '../file-url.js';
import { unusual } from './plainly.js';

/** What JSON.parse made of an object, as far as anybody looks. */
export type Fields = Readonly<Record<string, unknown>>;

/** Items of one list; more are unusual. */
const most = 10_000;

/** An object that is no list. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value && !Array.isArray(value) ? (value as Fields) : unusual();
}

/** The fields of an object, with their names; none if it is missing. */
export function entriesOf(value: unknown = {}): readonly [name: string, value: unknown][] {
  return list(Object.entries(fieldsOf(value))) as [string, unknown][];
}

/** A list; empty if it is missing. */
export function list(value: unknown = []): readonly unknown[] {
  return Array.isArray(value) && value.length < most ? value : unusual();
}

/** A string that is not empty. */
export function text(value: unknown): string {
  return typeof value === 'string' && value ? value : unusual();
}

/** A string, or nothing. */
export function optional(value: unknown): string | undefined {
  return value === undefined ? value : text(value);
}

/** `false` if it is missing. */
export function flag(value: unknown = false): boolean {
  return typeof value === 'boolean' ? value : unusual();
}

/** The URL of a file below a directory. */
export function file(name: unknown, base: string): string {
  return fileUrl(text(name), base) ?? unusual();
}
