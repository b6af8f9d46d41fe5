/** One sentence or two for each code: what happened, with names and values, and then what to do. */
export type Messages<Details> = {
  readonly [Code in keyof Details]: (details: Details[Code]) => string;
};

/** Where the documentation of the codes is: a path in the package, so that it is always the right version. */
const reference = 'federation-elements/docs/errors.md';

/**
 * An error with a permanent code, the facts as fields, and the cause kept.
 *
 * Each side of the house has its own codes: see `FederationError` for the page and `BuildError` for the build. It does
 * not know their sentences, so that a page downloads none before it needs them.
 */
export abstract class CodedError<Details, Code extends keyof Details & string> extends Error {
  /** What went wrong; stable across releases, so safe to branch on. */
  readonly code: Code;

  /** The facts in the message, for logs and for tests. */
  readonly details: Details[Code];

  /** @param sentences - What happened, with names and values, and then what to do. */
  constructor(code: Code, details: Details[Code], sentences: string, options?: ErrorOptions) {
    super(`${sentences} See ${reference}#${code}`, options);
    this.code = code;
    this.details = details;
  }
}
