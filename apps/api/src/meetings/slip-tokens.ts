import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a token is read one way only. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TOKEN_BYTES = 10;

/** A random token of 80 bits: 16 characters. */
export function newSlipToken(): string {
  let bits = BigInt(`0x${randomBytes(TOKEN_BYTES).toString('hex')}`);
  let token = '';
  for (let index = 0; index < (TOKEN_BYTES * 8) / 5; index += 1) {
    token = ALPHABET.charAt(Number(bits & 31n)) + token;
    bits >>= 5n;
  }
  return token;
}

/** All that is kept of a token. */
export function hashSlipToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
