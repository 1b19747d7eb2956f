/**
 * Indexes of a longest run that still rises: what kept its order when the others were moved around it.
 * `keepingOrder([2, 0, 1])` → {1, 2}.
 */
export function keepingOrder(places: readonly number[]): ReadonlySet<number> {
  const longest: { readonly length: number; readonly before: number }[] = [];
  let best = -1;
  places.forEach((place, index) => {
    let length = 1;
    let before = -1;
    for (let earlier = 0; earlier < index; earlier += 1) {
      const run = longest[earlier]?.length ?? 0;
      if ((places[earlier] ?? 0) < place && run + 1 > length) {
        length = run + 1;
        before = earlier;
      }
    }
    longest.push({ length, before });
    if (length > (longest[best]?.length ?? 0)) best = index;
  });
  const kept = new Set<number>();
  for (let at = best; at >= 0; at = longest[at]?.before ?? -1) kept.add(at);
  return kept;
}
