import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { FederationTags } from '../dist/components/element-attributes.js';

/** React 19 listens to any event of a custom element, by its name in lower case; `onLoad` would never be called. */
type Listeners<Events> = {
  readonly [Type in keyof Events & string as `on${Type}`]?: ((event: Events[Type]) => void) | undefined;
};

type Unheard = 'onLoad' | 'onError' | 'onAbort' | 'onLoadStart' | 'onProgress' | 'onSuspend';

type Tag<Name extends keyof FederationTags> = Omit<
  DetailedHTMLProps<HTMLAttributes<FederationTags[Name]['element']>, FederationTags[Name]['element']>,
  Unheard | keyof FederationTags[Name]['attributes']
> &
  FederationTags[Name]['attributes'] &
  Listeners<FederationTags[Name]['events']>;

type Tags = { readonly [Name in keyof FederationTags]: Tag<Name> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
