import { createHash, randomBytes } from 'node:crypto';

/** A session's secret: 48 random bytes. Only the browser has it. */
export const newToken = (): string => randomBytes(48).toString('base64url');

/** What the database keeps of a secret: its SHA-256. Enough, because the secret is random and long. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
