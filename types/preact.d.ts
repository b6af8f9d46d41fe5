import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { FederationTags } from '../dist/components/element-attributes.js';

type Listeners<Events> = {
  readonly [Type in keyof Events & string as `on${Type}`]?: ((event: Events[Type]) => void) | undefined;
};

type Tag<Name extends keyof FederationTags> = Omit<
  HTMLAttributes<FederationTags[Name]['element']>,
  keyof FederationTags[Name]['attributes'] | keyof Listeners<FederationTags[Name]['events']>
> &
  ClassAttributes<FederationTags[Name]['element']> &
  FederationTags[Name]['attributes'] &
  Listeners<FederationTags[Name]['events']>;

type Tags = { readonly [Name in keyof FederationTags]: Tag<Name> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
