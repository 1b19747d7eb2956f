import { DomainError } from '@gandan/domain/errors';

/** The built-in database cannot run here; `places` stays empty, the sentence says what to do. */
export const postgresError = (code: string, vi: string, en: string): DomainError =>
  new DomainError('conflict', `postgres.${code}`, { vi, en });
