import { useQuery } from '@tanstack/vue-query';
import { type ComputedRef, computed } from 'vue';
import { groupsQuery } from './api.ts';
import { groupInHamlet } from './short-name.ts';

/** Groups in force, as choices of a ComboField: found by name, hamlet or code. */
export function useGroupChoices(): ComputedRef<{ value: string; label: string; more: string }[]> {
  const groups = useQuery(groupsQuery);
  return computed(() =>
    (groups.data.value?.items ?? [])
      .filter((group) => group.validTo === null)
      .map((group) => ({ value: group.id, label: groupInHamlet(group), more: group.code })),
  );
}
