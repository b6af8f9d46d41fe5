import type { AppMount, MountContext, Props } from './mount.js';

/** What the adapter needs of React 18 or 19: from `react`, and from `react-dom/client`. */
export interface React {
  readonly createElement: (type: never, props: never, ...children: never[]) => unknown;
  readonly Component: abstract new (props: never) => object;
  readonly createRoot: (container: never) => unknown;
}

/** The same, as it is called here. */
interface ReactCalls {
  createElement(type: unknown, props: object | null, ...children: unknown[]): unknown;
  readonly Component: new (props: BoundaryProps) => { readonly props: BoundaryProps };
  createRoot(container: HTMLElement | ShadowRoot): { render(element: unknown): void; unmount(): void };
}

interface BoundaryProps {
  readonly children?: unknown;
  tellDrawn(): void;
  tellError(error: unknown): void;
}

interface Drawing {
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Makes `mount` of a React component, whose props are those of the tag.
 *
 * It also receives the `MountContext` as the prop `federation`: to emit events, for the base path and the route's
 * parameters. Changed props render it again and keep its state. It is mounted once React has committed it. What it
 * throws as it is rendered rejects `mount` or `update`; what it throws later is reported to the window.
 *
 * @param component - A function, a class, or what `memo`, `forwardRef` or `lazy` gave.
 *
 * @example
 * ```ts
 * import { Component, createElement } from 'react';
 * import { createRoot } from 'react-dom/client';
 * import { toMount } from 'federation-elements/adapters/react';
 *
 * export const mount = toMount(Cart, { Component, createElement, createRoot });
 * ```
 */
export function toMount(component: unknown, react: React): AppMount {
  const { createElement, createRoot, Component } = react as ReactCalls;
  const Boundary = createBoundary(Component);
  return async (target, given) => {
    const root = createRoot(target);
    let drawings: Drawing[] = [];
    let failures = 0;
    const settle = (): Drawing[] => {
      const settled = drawings;
      drawings = [];
      return settled;
    };
    const tellDrawn = (): void => {
      for (const drawing of settle()) drawing.resolve();
    };
    const tellError = (error: unknown): void => {
      failures += 1;
      const failed = settle();
      if (failed.length === 0) reportError(error);
      for (const drawing of failed) drawing.reject(error);
    };
    const draw = (props: Props, context: MountContext): Promise<void> =>
      new Promise((resolve, reject) => {
        drawings.push({ resolve, reject });
        const element = createElement(component, { ...props, federation: context });
        // After a failure nothing is left to keep: another key begins anew.
        root.render(createElement(Boundary, { key: failures, tellDrawn, tellError }, element));
      });
    const unmount = async (): Promise<void> => {
      root.unmount();
      tellDrawn();
    };
    // What waits for its code, or its data, may never be drawn.
    given.signal.addEventListener('abort', () => {
      for (const drawing of settle()) drawing.reject(given.signal.reason);
    });
    try {
      await draw(given.props, given);
    } catch (error) {
      await unmount();
      throw error;
    }
    return { update: draw, unmount };
  };
}

/** A class is the only way in which React tells that something was committed, or has thrown. */
function createBoundary(Component: ReactCalls['Component']): unknown {
  return class Federated extends Component {
    readonly state: { readonly hasFailed: boolean } = { hasFailed: false };

    static getDerivedStateFromError(): object {
      return { hasFailed: true };
    }

    componentDidMount(): void {
      if (!this.state.hasFailed) this.props.tellDrawn();
    }

    componentDidUpdate(): void {
      this.componentDidMount();
    }

    componentDidCatch(error: unknown): void {
      this.props.tellError(error);
    }

    render(): unknown {
      return this.state.hasFailed ? null : this.props.children;
    }
  };
}
