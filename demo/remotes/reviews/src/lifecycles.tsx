import './reviews.css';
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
  await update(props);
}

export async function update({ domElement, ...props }: LifecycleProps): Promise<void> {
  roots.get(domElement)?.render(<Reviews {...props} />);
}

export async function unmount({ domElement }: LifecycleProps): Promise<void> {
  roots.get(domElement)?.unmount();
  roots.delete(domElement);
}
