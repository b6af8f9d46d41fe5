import type { JSX } from 'solid-js';
import type { FederationTags } from '../dist/components/element-attributes.js';

type Listeners<Events> = {
  readonly [Type in keyof Events & string as `on:${Type}`]?: ((event: Events[Type]) => void) | undefined;
};

/** Sets the property instead of the attribute. */
type Properties<Attributes> = { readonly [Name in keyof Attributes & string as `prop:${Name}`]?: Attributes[Name] };

type Tag<Name extends keyof FederationTags> = Omit<
  JSX.HTMLAttributes<FederationTags[Name]['element']>,
  keyof FederationTags[Name]['attributes'] | keyof Listeners<FederationTags[Name]['events']>
> &
  FederationTags[Name]['attributes'] &
  Properties<FederationTags[Name]['attributes']> &
  Listeners<FederationTags[Name]['events']>;

type Tags = { readonly [Name in keyof FederationTags]: Tag<Name> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
