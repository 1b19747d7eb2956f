import { backupTo } from '@gandan/db/backup';
import type { Verb } from './verb.ts';

/** `gandan backup FILE` */
export const backup: Verb = {
  name: 'backup',
  usage: 'backup FILE',
  summary: { vi: 'Sao lưu toàn bộ dữ liệu và tệp vào một tệp', en: 'Back up all records and files into one file' },
  positionals: 1,
  async run({ positionals: [file = ''], path: at, database }) {
    const path = at(file);
    const summary = await backupTo(path, { ownerUrl: database.ownerUrl, pathOf: database.files.pathOf });
    return {
      sentence: {
        vi: `Đã sao lưu ${summary.rows} dòng và ${summary.files} tệp vào ${path}. Hãy giữ tệp này như giữ phiếu giấy: trong đó có dữ liệu cá nhân.`,
        en: `Backed up ${summary.rows} rows and ${summary.files} files into ${path}. Keep it as you keep the paper: it holds personal data.`,
      },
      data: { ...summary, file: path },
    };
  },
};
