import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { POSTGRES_MAJOR } from './binaries.ts';
import { postgresError } from './errors.ts';

/** What lies where in the data folder of an office (`GANDAN_DATA`). */
export interface DataFolder {
  readonly root: string;
  readonly cluster: string;
  readonly leases: string;
  readonly lock: string;
}

/** Kept beside the cluster, readable by its owner only. */
interface Secrets {
  readonly password: string;
  readonly port: number;
}

/** What the running server says about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    cluster: join(root, 'postgres'),
    leases: join(root, 'postgres.leases'),
    lock: join(root, 'postgres.lock'),
  };
}

export function prepareFolder(folder: DataFolder): void {
  try {
    mkdirSync(folder.leases, { recursive: true });
    for (const path of [folder.root, folder.leases]) accessSync(path, constants.W_OK);
    if (existsSync(folder.cluster)) accessSync(folder.cluster, constants.R_OK | constants.X_OK);
  } catch (error) {
    throw postgresError(
      'folder',
      `Không dùng được thư mục dữ liệu ${folder.root}. Hãy chạy bằng đúng tài khoản đã tạo ra nó, hoặc đổi GANDAN_DATA. (${String(error)})`,
      `Cannot use the data folder ${folder.root}. Run as the user who made it, or change GANDAN_DATA. (${String(error)})`,
    );
  }
}

const secretsFile = (folder: DataFolder) => join(folder.root, 'postgres.json');

export function readSecrets(folder: DataFolder): Secrets | undefined {
  if (!existsSync(secretsFile(folder))) return undefined;
  return JSON.parse(readFileSync(secretsFile(folder), 'utf8'));
}

export function writeSecrets(folder: DataFolder, secrets: Secrets): void {
  const known = readSecrets(folder);
  if (known?.password === secrets.password && known.port === secrets.port) return;
  const temporary = `${secretsFile(folder)}.${process.pid}`;
  writeFileSync(temporary, `${JSON.stringify(secrets)}\n`, { mode: 0o600, flush: true });
  leaveToOwner(folder, temporary);
  renameSync(temporary, secretsFile(folder));
}

/** What root writes into an ordinary user's folder stays that user's, or he would be locked out of his own data. */
export function leaveToOwner(folder: DataFolder, path: string): void {
  const { uid, gid } = statSync(folder.root);
  if (statSync(path).uid !== uid) chownSync(path, uid, gid);
}

export const newPassword = (): string => randomBytes(24).toString('base64url');

/** Refuses a cluster made by another major version: its files cannot be read, and nothing is touched. */
export function checkVersion(folder: DataFolder): void {
  const file = join(folder.cluster, 'PG_VERSION');
  if (!existsSync(file)) {
    throw postgresError(
      'broken',
      `Thư mục ${folder.cluster} không phải là dữ liệu PostgreSQL. Hãy chuyển nó đi chỗ khác rồi khởi động lại, hoặc khôi phục từ bản sao lưu.`,
      `${folder.cluster} is not a PostgreSQL data folder. Move it away and start again, or restore a backup.`,
    );
  }
  const version = readFileSync(file, 'utf8').trim();
  if (version === String(POSTGRES_MAJOR)) return;
  throw postgresError(
    'version',
    `Dữ liệu trong ${folder.cluster} thuộc PostgreSQL ${version}, bản Gần Dân này dùng PostgreSQL ${POSTGRES_MAJOR}. Dữ liệu chưa bị thay đổi: hãy mở bằng bản Gần Dân cũ, sao lưu (gandan backup), rồi khôi phục vào thư mục dữ liệu mới.`,
    `The data in ${folder.cluster} belong to PostgreSQL ${version}; this release brings PostgreSQL ${POSTGRES_MAJOR}. Nothing was changed: start the older release, back up (gandan backup), then restore into a new data folder.`,
  );
}

export function readPostmaster(folder: DataFolder): Postmaster | undefined {
  const file = join(folder.cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 && port > 0 ? { pid, port } : undefined;
}
