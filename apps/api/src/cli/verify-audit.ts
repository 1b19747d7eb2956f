import { verifyAuditChain } from '@gandan/db/audit';
import { connectOwner } from '@gandan/db/connect';
import { DomainError } from '@gandan/domain/errors';
import type { Run } from './verb.ts';

/** `gandan verify audit`: recomputes the hash chain of the whole audit log and prints its head, to be kept on paper. */
export const run: Run = async ({ database }) => {
  const { ownerUrl } = await database();
  const db = connectOwner(ownerUrl);
  try {
    const { entries, head, brokenAt } = await verifyAuditChain(db);
    if (brokenAt !== null) throw broken(brokenAt);
    return {
      sentence: {
        vi: `Nhật ký nguyên vẹn: ${entries} dòng. Mã của dòng cuối: ${head ?? '–'}. Hãy in và lưu mã này để sau đối chiếu.`,
        en: `The audit log is whole: ${entries} lines. Hash of the last: ${head ?? '–'}. Print and keep it, to compare later.`,
      },
      data: { entries, head },
    };
  } finally {
    await db.destroy();
  }
};

const broken = (line: number) =>
  new DomainError('conflict', 'audit.broken', {
    vi: `Nhật ký đã bị sửa hoặc xóa từ dòng ${line}. Hãy giữ nguyên máy, sao lưu ngay và báo người phụ trách.`,
    en: `The audit log was changed or cut from line ${line} on. Touch nothing, back up at once and tell who is in charge.`,
  });
