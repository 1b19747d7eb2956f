import { backupTo } from '@gandan/db/backup';
import type { Run } from './verb.ts';

/** `gandan backup FILE` */
export const run: Run = async ({ positionals: [file = ''], path: at, database }) => {
  const path = at(file);
  const { ownerUrl, files } = await database();
  const summary = await backupTo(path, { ownerUrl, pathOf: files.pathOf });
  return {
    sentence: {
      vi: `Đã sao lưu ${summary.rows} dòng và ${summary.files} tệp vào ${path}. Hãy giữ tệp này như giữ phiếu giấy: trong đó có dữ liệu cá nhân.`,
      en: `Backed up ${summary.rows} rows and ${summary.files} files into ${path}. Keep it as you keep the paper: it holds personal data.`,
    },
    data: { ...summary, file: path },
  };
};
