import { nextTick, onBeforeUnmount, onMounted, type Ref, ref } from 'vue';

/** Whether the page is being printed, and a way to print it: what is on paper only needs to be drawn then. */
export function usePrinting(): { readonly printing: Ref<boolean>; print(): Promise<void> } {
  const printing = ref(false);
  const before = () => {
    printing.value = true;
  };
  const after = () => {
    printing.value = false;
  };
  onMounted(() => {
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  });
  return {
    printing,
    async print() {
      before();
      await nextTick();
      window.print();
    },
  };
}
