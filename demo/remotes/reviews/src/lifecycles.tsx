import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { Reviews, type ReviewsProps } from './reviews.js';

/** What single-spa hands to each lifecycle. */
interface LifecycleProps extends ReviewsProps {
  readonly domElement: HTMLElement;
}

// By element, not one for the module: the same reviews may stand on a page twice.
const roots = new WeakMap<HTMLElement, Root>();

/** Nothing has to be there before the first mount. */
export async function bootstrap(): Promise<void> {}

export async function mount(props: LifecycleProps): Promise<void> {
  const root = createRoot(props.domElement);
  roots.set(props.domElement, root);
  // At once: the placeholder goes when mount is done, and its place must not be empty for even a moment.
  flushSync(() => render(props));
}

export async function update(props: LifecycleProps): Promise<void> {
  render(props);
}

export async function unmount({ domElement }: LifecycleProps): Promise<void> {
  roots.get(domElement)?.unmount();
  roots.delete(domElement);
}

function render({ domElement, ...props }: LifecycleProps): void {
  roots.get(domElement)?.render(<Reviews {...props} />);
}
