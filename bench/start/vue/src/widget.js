import { createApp, h, ref } from 'vue';

export function mount(target) {
  createApp({
    setup() {
      const open = ref(false);
      const toggle = () => {
        open.value = !open.value;
      };
      return () => h('button', { 'data-mounted': '', type: 'button', onClick: toggle }, open.value ? 'Less' : 'More');
    },
  }).mount(target);
}
