import type { MountContext, MountHandle, Props } from 'federation-elements';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Cart } from './cart.js';

/** Shows the cart in a page: props are `currency`, `freeShippingFrom` and `shipping`. */
export function mount(target: HTMLElement, { props, emit }: MountContext): MountHandle {
  const root = createRoot(target);
  const tell = (type: string, detail: unknown) => void emit(type, detail);
  const render = (props: Props) =>
    root.render(
      <StrictMode>
        <Cart {...props} emit={tell} />
      </StrictMode>,
    );
  // At once: the placeholder goes when mount returns, and its place must not be empty for even a moment.
  flushSync(() => render(props));
  return { update: render, unmount: () => root.unmount() };
}
