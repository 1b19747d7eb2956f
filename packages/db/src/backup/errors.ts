import { DomainError } from '@gandan/domain/errors';

export const noFile = (file: string) =>
  new DomainError('not-found', 'backup.no-file', {
    vi: `Không mở được tệp sao lưu ${file}. Hãy kiểm tra đường dẫn và quyền đọc.`,
    en: `Cannot open the backup file ${file}. Check its path and that it may be read.`,
  });

export const notABackup = (file: string) =>
  new DomainError('invalid', 'backup.not-a-backup', {
    vi: `${file} không phải là tệp sao lưu của Gần Dân.`,
    en: `${file} is not a backup made by Gần Dân.`,
  });

export const damaged = (file: string, what: string) =>
  new DomainError('invalid', 'backup.damaged', {
    vi: `Tệp sao lưu ${file} bị hỏng hoặc bị cắt cụt (${what}). Chưa khôi phục gì. Hãy dùng bản sao khác.`,
    en: `The backup ${file} is damaged or cut off (${what}). Nothing was restored. Use another copy of it.`,
  });

export const newer = (file: string) =>
  new DomainError('conflict', 'backup.newer', {
    vi: `Tệp sao lưu ${file} do một bản Gần Dân mới hơn tạo ra. Hãy cài bản mới hơn rồi khôi phục.`,
    en: `The backup ${file} was made by a newer release of Gần Dân. Install the newer release, then restore.`,
  });

export const notEmpty = (table: string) =>
  new DomainError('conflict', 'backup.not-empty', {
    vi: `Cơ sở dữ liệu đã có dữ liệu (bảng ${table}). Chỉ khôi phục vào cơ sở dữ liệu trống: hãy đặt GANDAN_DATA sang thư mục mới.`,
    en: `The database holds data already (table ${table}). Restore into an empty one only: set GANDAN_DATA to a new folder.`,
  });

export const otherSchema = () =>
  new DomainError('conflict', 'backup.schema', {
    vi: 'Cơ sở dữ liệu trống này đã được nâng cấp hơn bản sao lưu. Hãy đặt GANDAN_DATA sang một thư mục mới hoàn toàn rồi khôi phục.',
    en: 'This empty database has a newer schema than the backup. Set GANDAN_DATA to a new folder, then restore.',
  });

export const cannotWrite = (file: string, reason: unknown) =>
  new DomainError('invalid', 'backup.cannot-write', {
    vi: `Không ghi được tệp sao lưu ${file}. Hãy kiểm tra thư mục, quyền ghi và dung lượng đĩa. (${String(reason)})`,
    en: `Cannot write the backup ${file}. Check the folder, its permissions and the free space. (${String(reason)})`,
  });
