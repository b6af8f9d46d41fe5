import { createElement, type FunctionComponent, type HTMLAttributes, type Ref, version } from 'react';
import type { FederationTags } from '../../components/element-attributes.js';

const heard = Symbol('federation-elements');

const hostEvents = {
  onLoad: 'load',
  onError: 'error',
  onRemoteLoad: 'remoteload',
  onRemoteError: 'remoteerror',
  onWarning: 'warning',
} as const;

const remoteEvents = {
  onLoadStart: 'loadstart',
  onProgress: 'progress',
  onBeforeMount: 'beforemount',
  onLoad: 'load',
  onError: 'error',
  onAbort: 'abort',
  onUnmount: 'unmount',
  onSuspend: 'suspend',
  onResume: 'resume',
} as const;

/** The props of {@link FederationHost}. */
export type FederationHostProps = ElementProps<'federation-host', typeof hostEvents>;
/** The props of {@link FederationRemote}. */
export type FederationRemoteProps = ElementProps<'federation-remote', typeof remoteEvents>;

/** `<federation-host>`, which the page has to define: by the script, or by importing `federation-elements/define`. */
export const FederationHost: FunctionComponent<FederationHostProps> = wrapElement('federation-host', hostEvents);
/** `<federation-remote>`: `props` may be an object, and its events are heard. */
export const FederationRemote: FunctionComponent<FederationRemoteProps> = wrapElement(
  'federation-remote',
  remoteEvents,
);

/** The props of {@link FederationRoutes}. */
export type FederationRoutesProps = ElementProps<'federation-routes', Readonly<Record<never, never>>>;
/** `<federation-routes>`. */
export const FederationRoutes: FunctionComponent<FederationRoutesProps> = wrapElement('federation-routes', {});

/**
 * The props of the component for a tag: its attributes as in HTML, its events as handlers, and what every element takes.
 *
 * @typeParam Types - Name of each handler → the type of its event.
 */
type ElementProps<Tag extends keyof FederationTags, Types> = Omit<
  HTMLAttributes<FederationTags[Tag]['element']>,
  keyof FederationTags[Tag]['attributes'] | keyof Types
> &
  FederationTags[Tag]['attributes'] &
  Handlers<FederationTags[Tag]['events'], Types> & {
    /** The element, as of any other; React 18 hands no `ref` on to components. */
    readonly ref?: Ref<FederationTags[Tag]['element']> | undefined;
  };

type Handlers<Events, Types> = {
  readonly [Name in keyof Types]?: ((event: Events[Types[Name] & keyof Events]) => void) | undefined;
};

type Rendered = HTMLElement & { props?: unknown; readonly [heard]?: Heard };
type GivenProps = Readonly<Record<string, unknown>>;

/** What an element listens with, once and for all; who is called changes with each rendering. */
interface Heard {
  handlers: GivenProps;
  handleEvent(event: Event): void;
}

/**
 * Makes a component of a tag, the same in React 18 and 19.
 *
 * What React 18 would write into an attribute as text is set as a property (`props`) or written as HTML has it
 * (booleans), and events are listened to. All else is left to React, also on the server.
 *
 * @param types - Name of each prop that hears an event → the event's type.
 */
function wrapElement<Props>(tag: string, types: Readonly<Record<string, string>>): FunctionComponent<Props> {
  const component = ({ className, props, ref, ...others }: GivenProps): unknown => {
    const attributes: Record<string, unknown> = { class: className };
    const handlers: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(others)) {
      const type = types[name];
      if (type) handlers[type] = value;
      else attributes[name] = attributeOf(name, value);
    }
    attributes.ref = (element: Rendered | null): unknown => {
      if (element) {
        listen(element, Object.values(types)).handlers = handlers;
        if (element.props !== props) element.props = props;
      }
      if (typeof ref === 'function') return ref(element);
      if (ref) (ref as { current: unknown }).current = element;
      return undefined;
    };
    return createElement(tag, attributes);
  };
  return component as FunctionComponent<Props>;
}

/** For React 18, which would write a boolean as text, what HTML has: there, or not. */
function attributeOf(name: string, value: unknown): unknown {
  const isLeftToReact = Number.parseInt(version, 10) > 18 || /^(?:aria|data)-/.test(name);
  if (typeof value !== 'boolean' || isLeftToReact) return value;
  return value ? '' : undefined;
}

function listen(element: Rendered, types: readonly string[]): Heard {
  const known = element[heard];
  if (known) return known;
  const added: Heard = {
    handlers: {},
    handleEvent(event) {
      (this.handlers[event.type] as ((event: Event) => void) | undefined)?.(event);
    },
  };
  for (const type of types) element.addEventListener(type, added);
  return Object.assign(element, { [heard]: added })[heard];
}
