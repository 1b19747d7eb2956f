/** The object with a key set, or without it when the value is `undefined`: what is left out is not stored. */
export function withKey<T extends object, K extends string, V>(object: T, key: K, value: V | undefined): T {
  const { [key as never]: _, ...rest } = object;
  return (value === undefined ? rest : { ...rest, [key]: value }) as T;
}
