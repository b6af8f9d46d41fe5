import type { HTMLAttributes } from 'svelte/elements';
import type { FederationTags } from '../dist/components/element-attributes.js';

type Listeners<Events> = {
  readonly [Type in keyof Events & string as `on${Type}`]?: ((event: Events[Type]) => void) | null | undefined;
};

type Tag<Name extends keyof FederationTags> = Omit<
  HTMLAttributes<FederationTags[Name]['element']>,
  keyof FederationTags[Name]['attributes'] | keyof Listeners<FederationTags[Name]['events']>
> &
  FederationTags[Name]['attributes'] &
  Listeners<FederationTags[Name]['events']>;

type Tags = { readonly [Name in keyof FederationTags]: Tag<Name> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
