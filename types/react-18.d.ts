import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { FederationTags } from '../dist/components/element-attributes.js';

/** React 18 writes all that it is given into attributes, as text, and listens to no event of its own. */
type Texts<Attributes> = { readonly [Name in keyof Attributes]: Exclude<Attributes[Name], object | boolean> };

type Unheard = 'className' | 'onLoad' | 'onError' | 'onAbort' | 'onLoadStart' | 'onProgress' | 'onSuspend';

type Tag<Name extends keyof FederationTags> = Omit<
  DetailedHTMLProps<HTMLAttributes<FederationTags[Name]['element']>, FederationTags[Name]['element']>,
  Unheard | keyof FederationTags[Name]['attributes']
> &
  Texts<FederationTags[Name]['attributes']> & { readonly class?: string | undefined };

type Tags = { readonly [Name in keyof FederationTags]: Tag<Name> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
