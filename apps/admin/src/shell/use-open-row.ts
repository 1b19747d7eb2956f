import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/**
 * The row whose drawer is open lives in the address (`/households/:id?`): a link can point at it, the back button closes
 * it, and the list behind stays where it was.
 */
export function useOpenRow(name: string): {
  readonly id: WritableComputedRef<string | null>;
  readonly open: WritableComputedRef<boolean>;
} {
  const route = useRoute();
  const router = useRouter();
  const id = computed({
    get: () => (typeof route.params.id === 'string' && route.params.id !== '' ? route.params.id : null),
    set: (next) => void router.push({ name, params: next === null ? {} : { id: next }, query: route.query }),
  });
  return {
    id,
    open: computed({
      get: () => id.value !== null,
      set: (shown) => {
        if (!shown) id.value = null;
      },
    }),
  };
}
