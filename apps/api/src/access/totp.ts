import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
// One step before and after: clocks of telephones are not exact.
const WINDOW = 1;
const RECOVERY_CODES = 10;
// Without I, L, O, U and digits that look alike on paper.
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A new secret for an authenticator app, as text. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code of the enrolment says. */
export function totpUri(secret: string, username: string): string {
  return new TOTP({ issuer: 'Gần Dân', label: username, secret, period: PERIOD_S }).toString();
}

/** The step that a code belongs to, or null when it is not right now; a step is good once (see `takeTotpStep`). */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const delta = new TOTP({ secret, period: PERIOD_S }).validate({
    token: code,
    timestamp: now.getTime(),
    window: WINDOW,
  });
  return delta === null ? null : Math.floor(now.getTime() / (PERIOD_S * 1000)) + delta;
}

/** Ten codes to print and keep: each signs in once when the telephone is lost. `AB3D-…`, 58 bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => (randomLetters(12).match(/.{4}/g) ?? []).join('-'));
}

/** What the database keeps of a recovery code. */
export function recoveryHash(code: string): string {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(`recovery:${plain}`).digest('hex');
}

/** Letters and digits that are easily read from paper, from the system's random source. */
export function randomLetters(count: number): string {
  let text = '';
  while (text.length < count) {
    for (const byte of randomBytes(count)) {
      // Bytes past the last full round of the alphabet would favour its first letters.
      if (byte < 256 - (256 % ALPHABET.length) && text.length < count) text += ALPHABET[byte % ALPHABET.length];
    }
  }
  return text;
}
