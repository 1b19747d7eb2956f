import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue';

const BELOW = 44;
const LEAST_SHARE = 0.5;

/** Size of a scrolling box in pixels, and how high it may grow: as high as the window has room for below what stands above it. */
export function useRoom(box: Readonly<Ref<HTMLElement | null>>): {
  readonly height: Ref<number>;
  readonly width: Ref<number>;
  readonly room: Ref<number>;
} {
  const height = ref(600);
  const width = ref(1000);
  const room = ref(600);
  let observer: ResizeObserver | undefined;
  function measure(): void {
    const top = (box.value?.getBoundingClientRect().top ?? 0) + window.scrollY;
    room.value = Math.max(window.innerHeight - top - BELOW, window.innerHeight * LEAST_SHARE);
  }
  onMounted(() => {
    const watched = box.value;
    measure();
    window.addEventListener('resize', measure);
    if (watched === null || typeof ResizeObserver === 'undefined') return;
    observer = new ResizeObserver(() => {
      if (watched.clientHeight > 0) height.value = watched.clientHeight;
      if (watched.clientWidth > 0) width.value = watched.clientWidth;
    });
    observer.observe(watched);
  });
  onBeforeUnmount(() => {
    observer?.disconnect();
    window.removeEventListener('resize', measure);
  });
  return { height, width, room };
}
