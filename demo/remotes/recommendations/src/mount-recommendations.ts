import type { MountContext, MountHandle, Props } from 'federation-elements';
import { createApp, h, shallowReactive } from 'vue';
import { adoptStyles } from './adopt-styles.js';
import styles from './recommendations.css';
import { Recommendations } from './recommendations.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** Shows what goes well with a piece: props are `product`, its id to begin with, and `currency`. */
export function mount(target: HTMLElement, { props, emit }: MountContext): MountHandle {
  const current = shallowReactive<Record<string, unknown>>({ ...props });
  const app = createApp({
    name: 'MountedRecommendations',
    render: () => h(Recommendations, { ...current, onAdd: (thing: unknown) => emit('shop:add', thing) }),
  });
  adoptStyles(target, sheet);
  app.mount(target);
  return {
    update(props: Props) {
      Object.assign(current, props);
    },
    unmount: () => app.unmount(),
  };
}
