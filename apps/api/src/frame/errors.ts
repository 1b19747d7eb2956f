import { DomainError, type ErrorKind } from '@gandan/domain/errors';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import type { Env } from './deps.ts';

const STATUS: Record<ErrorKind, ContentfulStatusCode> = {
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'too-large': 413,
  unauthenticated: 401,
  'too-many': 429,
};

/** The body of every refusal. */
export interface ErrorBody {
  error: Pick<DomainError, 'code' | 'sentence' | 'places'>;
}

export const unauthenticated = () =>
  new DomainError('unauthenticated', 'session.none', {
    vi: 'Bạn chưa đăng nhập, hoặc phiên làm việc đã hết. Hãy đăng nhập lại.',
    en: 'You are not signed in, or the session has ended. Sign in again.',
  });

/** A refusal as an answer; for those that are made before a handler runs (Host, size, origin). */
export function refuse(c: Context, status: ContentfulStatusCode, code: string, vi: string, en: string): Response {
  return c.json<ErrorBody>({ error: { code, sentence: { vi, en }, places: [] } }, status);
}

/** Turns what was thrown into a status and a sentence. Defects are logged whole and told as a sentence without details. */
export function errorHandler(log: Logger): ErrorHandler<Env> {
  return (error, c) => {
    if (error instanceof DomainError) {
      const { code, sentence, places } = error;
      return c.json<ErrorBody>({ error: { code, sentence, places } }, STATUS[error.kind]);
    }
    if (error instanceof HTTPException && error.status < 500) {
      return refuse(c, error.status, 'http', 'Yêu cầu không đọc được.', 'The request could not be read.');
    }
    if (databaseIsAway(error)) {
      log.warn({ event: 'database.away', requestId: c.get('requestId'), reason: error.message });
      c.header('Retry-After', '2');
      return refuse(
        c,
        503,
        'database.away',
        'Cơ sở dữ liệu đang khởi động lại. Chưa có gì bị mất; hãy thử lại sau vài giây.',
        'The database is restarting. Nothing that was confirmed is lost; try again in a few seconds.',
      );
    }
    log.error({ event: 'defect', requestId: c.get('requestId'), err: error });
    return refuse(
      c,
      500,
      'defect',
      `Phần mềm gặp lỗi ngoài dự kiến. Hãy báo người quản trị mã ${c.get('requestId')}.`,
      `An unexpected error happened. Tell the administrator the code ${c.get('requestId')}.`,
    );
  };
}

// Connection refused or reset, and PostgreSQL's classes 08 (connection) and 57P (shutdown, starting up).
function databaseIsAway(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|08|57P)/.test(code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  );
}
