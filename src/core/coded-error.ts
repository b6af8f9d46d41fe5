/** One sentence or two for each code: what happened, with names and values, and then what to do. */
export type Messages<Details> = {
  readonly [Code in keyof Details]: (details: Details[Code]) => string;
};

/** Where the documentation of the codes is: a path in the package, so that it is always the right version. */
const reference = 'federation-elements/docs/errors.md';

/**
 * An error with a permanent code, the facts as fields, and the cause kept.
 *
 * Each side of the house has its own table of codes, so that a page never downloads the sentences of
 * the build: see `FederationError` for the page and `BuildError` for the build.
 */
export abstract class CodedError<Details, Code extends keyof Details & string> extends Error {
  /** What went wrong; stable across releases, so safe to branch on. */
  readonly code: Code;

  /** The facts in the message, for logs and for tests. */
  readonly details: Details[Code];

  protected constructor(messages: Messages<Details>, code: Code, details: Details[Code], options?: ErrorOptions) {
    super(`${messages[code](details)} See ${reference}#${code}`, options);
    this.code = code;
    this.details = details;
  }
}
