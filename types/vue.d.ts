import type { HTMLAttributes, PublicProps } from 'vue';
import type { FederationTags } from '../dist/components/element-attributes.js';

/** `@load` in a template is `onLoad` to the compiler. */
type Listeners<Events> = {
  readonly [Type in keyof Events & string as `on${Capitalize<Type>}`]?: ((event: Events[Type]) => void) | undefined;
};

type Tag<Name extends keyof FederationTags> = new () => FederationTags[Name]['element'] & {
  /** @deprecated Only there for the types of templates. */
  readonly $props: Omit<
    HTMLAttributes,
    keyof FederationTags[Name]['attributes'] | keyof Listeners<FederationTags[Name]['events']>
  > &
    FederationTags[Name]['attributes'] &
    Listeners<FederationTags[Name]['events']> &
    PublicProps;
};

type Tags = { readonly [Name in keyof FederationTags]: Tag<Name> };

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
