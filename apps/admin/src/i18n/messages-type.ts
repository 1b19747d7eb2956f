/** The same keys with other words. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** Messages of one feature: Vietnamese leads, English has the same keys (the compiler checks it). */
export function featureMessages<T>(messages: { readonly vi: T; readonly en: SameKeys<T> }): {
  readonly vi: T;
  readonly en: SameKeys<T>;
} {
  return messages;
}
