/** Sealed bytes with their starting value, or plain JSON where the browser has no cryptography. */
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer } | { readonly json: string };

export async function seal(value: unknown, key: CryptoKey | null): Promise<Sealed> {
  const json = JSON.stringify(value);
  if (key === null) return { json };
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(json)) };
}

export async function open<T>(sealed: Sealed, key: CryptoKey | null): Promise<T> {
  if ('json' in sealed) return JSON.parse(sealed.json) as T;
  if (key === null) throw new Error('sealed on this machine, but the browser has no cryptography any more');
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.bytes);
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}
