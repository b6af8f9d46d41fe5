/** The same options, each of which may be missing. */
export type Optional<Options> = { readonly [Name in keyof Options]?: Options[Name] | null | undefined };

/** Options without those that say nothing: `undefined`, `null`, and what was to be a number and is none. */
export function present<Options extends object>(options: Optional<Options>): Options {
  const said = Object.entries(options).filter(([, value]) => !Number.isNaN(value ?? Number.NaN));
  return Object.fromEntries(said) as Options;
}
