/**
 * Settings for one small office machine: safe first (fsync, full pages, checksums come with initdb), quiet on the
 * network (127.0.0.1 only, no socket file), a week of logs that overwrite themselves.
 */
const OFFICE_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '512MB',
  wal_compression: 'on',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  // Reading ahead with processes of its own pays on servers with many disks.
  io_method: 'sync',
  timezone: 'UTC',
  log_timezone: 'Asia/Ho_Chi_Minh',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
};

/** The text of `gandan.conf`, included from postgresql.conf; written anew at every start so that upgrades reach it. */
export function settingsFile(overrides: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ ...OFFICE_SETTINGS, ...overrides });
  return lines.map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`).join('');
}
