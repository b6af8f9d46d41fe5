import { computed, defineComponent, h, onMounted, onUnmounted, ref, TransitionGroup, type VNode, watch } from 'vue';
import { namesOfPieces, pairings, type Thing, things } from './things.js';

/** What goes well with the piece that the visitor looks at. */
export const Recommendations = defineComponent({
  name: 'GoesWellWith',
  props: {
    /** Id of the piece to begin with. */
    product: { type: String, default: 'tide-mug' },
    /** ISO code, as in `EUR`. */
    currency: { type: String, default: 'EUR' },
  },
  emits: { add: (thing: Thing) => thing.id.length > 0 },
  setup(props, { emit }) {
    const selected = ref(props.product);
    const money = computed(
      () =>
        new Intl.NumberFormat('en', {
          style: 'currency',
          currency: props.currency,
          trailingZeroDisplay: 'stripIfInteger',
        }),
    );
    const paired = computed(() => (pairings[selected.value] ?? []).flatMap((id) => things.get(id) ?? []));
    const listening = new AbortController();

    watch(
      () => props.product,
      (product) => {
        selected.value = product;
      },
    );
    onMounted(() => {
      const hear = (event: Event): void => {
        selected.value = (event as CustomEvent<{ id: string }>).detail.id;
      };
      document.addEventListener('shop:select', hear, { signal: listening.signal });
    });
    onUnmounted(() => listening.abort());

    const renderThing = (thing: Thing): VNode =>
      h('li', { key: thing.id }, [
        h('img', { src: thing.image, alt: '', width: 96, height: 96 }),
        h('div', [h('h3', thing.name), h('p', thing.note)]),
        h(
          'button',
          {
            type: 'button',
            'aria-label': `Add ${thing.name} to the cart for ${money.value.format(thing.price)}`,
            onClick: () => emit('add', thing),
          },
          money.value.format(thing.price),
        ),
      ]);

    return () =>
      h('section', { class: 'pairings', 'aria-labelledby': 'pairings-heading' }, [
        h('h2', { id: 'pairings-heading' }, ['Goes well with ', h('em', namesOfPieces[selected.value] ?? 'it')]),
        h(TransitionGroup, { tag: 'ul', name: 'pairings' }, () => paired.value.map(renderThing)),
      ]);
  },
});
