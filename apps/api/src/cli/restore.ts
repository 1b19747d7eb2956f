import { restoreFrom } from '@gandan/db/backup';
import type { Run } from './verb.ts';

/** `gandan restore FILE`, into an empty database only. */
export const run: Run = async ({ positionals: [file = ''], path: at, database }) => {
  const path = at(file);
  const { ownerUrl, files } = await database();
  const summary = await restoreFrom(path, { ownerUrl, pathOf: files.pathOf });
  return {
    sentence: {
      vi: `Đã khôi phục ${summary.rows} dòng và ${summary.files} tệp từ ${path}; mọi bảng khớp với bản sao lưu.`,
      en: `Restored ${summary.rows} rows and ${summary.files} files from ${path}; every table matches the backup.`,
    },
    data: { ...summary, file: path },
  };
};
