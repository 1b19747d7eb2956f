import { join, resolve } from 'node:path';
import { DomainError } from '@gandan/domain/errors';
import { z } from 'zod';

/** How this server runs: the four environment variables of the README, read and checked in this one place. */
export interface Settings {
  readonly port: number;
  /** Absolute; the demo's is a folder of its own, so that its people never mix with real ones. */
  readonly dataFolder: string;
  /** An existing PostgreSQL; undefined: the one inside the data folder. */
  readonly databaseUrl: string | undefined;
  /** The address that people type. */
  readonly origin: string;
  readonly demo: boolean;
}

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/;
/** Whether the address is this machine only; then nobody else can connect, and https is not needed. */
export const isLoopback = (origin: string): boolean => LOOPBACK.test(origin);

const blank = (value: unknown) => (value === '' ? undefined : value);
const Environment = z.object({
  PORT: z.preprocess(blank, z.coerce.number().int().min(1).max(65_535).default(3000)),
  GANDAN_DATA: z.preprocess(blank, z.string().default('./data')),
  DATABASE_URL: z.preprocess(
    blank,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
  ),
  GANDAN_ORIGIN: z.preprocess(blank, z.string().optional()),
});

/** Reads the settings; a wrong one is refused with a sentence that says how it is written. */
export function readSettings(env: NodeJS.ProcessEnv, { demo }: { demo: boolean }): Settings {
  const read = Environment.safeParse(env);
  if (!read.success) throw wrong(String(read.error.issues[0]?.path[0] ?? 'PORT'));
  const { PORT, GANDAN_DATA, DATABASE_URL, GANDAN_ORIGIN } = read.data;
  const origin = GANDAN_ORIGIN === undefined ? `http://localhost:${PORT}` : originOf(GANDAN_ORIGIN);
  const folder = resolve(GANDAN_DATA);
  return {
    port: PORT,
    dataFolder: demo ? join(folder, 'demo') : folder,
    databaseUrl: DATABASE_URL,
    origin,
    demo,
  };
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.pathname !== '/' || url.search !== '' || url.username !== '')
    throw wrong('GANDAN_ORIGIN');
  // The session cookie is `__Host-`: browsers take it over https only, except on the machine itself.
  if (url.protocol !== 'https:' && !isLoopback(url.origin)) throw wrong('GANDAN_ORIGIN');
  return url.origin;
}

const FORMS: Record<string, { vi: string; en: string }> = {
  PORT: { vi: 'một số từ 1 đến 65535, ví dụ 3000', en: 'a number from 1 to 65535, e.g. 3000' },
  DATABASE_URL: {
    vi: 'dạng postgres://người-dùng:mật-khẩu@máy:5432/tên',
    en: 'like postgres://user:password@host:5432/name',
  },
  GANDAN_ORIGIN: {
    vi: 'địa chỉ https không kèm đường dẫn, ví dụ https://gandan.vidu.vn (http chỉ dùng cho localhost)',
    en: 'an https address without a path, e.g. https://gandan.example (http for localhost only)',
  },
};

function wrong(name: string): DomainError {
  const form = FORMS[name] ?? { vi: 'khác', en: 'something else' };
  return new DomainError('invalid', `settings.${name}`, {
    vi: `Biến môi trường ${name} không đúng: cần ${form.vi}.`,
    en: `The environment variable ${name} is not right: it must be ${form.en}.`,
  });
}
