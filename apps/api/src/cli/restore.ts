import { restoreFrom } from '@gandan/db/backup';
import type { Verb } from './verb.ts';

/** `gandan restore FILE`, into an empty database only. */
export const restore: Verb = {
  name: 'restore',
  usage: 'restore FILE',
  summary: { vi: 'Khôi phục bản sao lưu vào cơ sở dữ liệu trống', en: 'Restore a backup into an empty database' },
  positionals: 1,
  intoEmpty: true,
  async run({ positionals: [file = ''], path: at, database }) {
    const path = at(file);
    const summary = await restoreFrom(path, { ownerUrl: database.ownerUrl, pathOf: database.files.pathOf });
    return {
      sentence: {
        vi: `Đã khôi phục ${summary.rows} dòng và ${summary.files} tệp từ ${path}; mọi bảng khớp với bản sao lưu.`,
        en: `Restored ${summary.rows} rows and ${summary.files} files from ${path}; every table matches the backup.`,
      },
      data: { ...summary, file: path },
    };
  },
};
