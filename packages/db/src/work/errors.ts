import { DomainError } from '@gandan/domain/errors';
import pg from 'pg';

/**
 * What PostgreSQL refused, in our words; anything else is returned as it is. The one place that knows its error codes:
 * the database enforces, people read a sentence.
 */
export function translateError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const translated = translate(error);
  if (translated === undefined) return error;
  translated.cause = error;
  return translated;
}

function translate(error: pg.DatabaseError): DomainError | undefined {
  switch (error.code) {
    case '23P01':
      return error.constraint === 'assignment_no_overlap' ? overlap() : taken();
    case '23505':
      return taken();
    case '23503':
      return missing(error);
    case '23514':
    case '22001':
    case '22003':
    case '22007':
    case '22008':
    case '22021':
    case '22P02':
    case '22P05':
      return refusedValue();
    case 'GD001':
      return immutable();
    case '40001':
    case '40P01':
    case '55P03':
      return busy();
    // "permission denied" has the same code and is a defect of ours; only the row-level refusal is a matter of sight.
    case '42501':
      return /row-level security/.test(error.message) ? notFound() : undefined;
    default:
      return undefined;
  }
}

const overlap = () =>
  new DomainError('conflict', 'assignment.overlap', {
    vi: 'Cán bộ này đã được phân công tổ này trong khoảng thời gian đó. Hãy kết thúc phân công cũ trước, hoặc chọn ngày khác.',
    en: 'This cadre is already assigned to this group in that period. End the earlier assignment first, or choose other days.',
  });

const taken = () =>
  new DomainError('conflict', 'duplicate', {
    vi: 'Mã hoặc số này đã có. Hãy dùng mã khác, hoặc mở bản ghi đang có.',
    en: 'This code or number exists already. Use another one, or open the existing record.',
  });

/** A foreign key: the row named is not there (insert), or is still used (delete). */
const missing = (error: pg.DatabaseError) =>
  /still referenced/.test(error.detail ?? '')
    ? new DomainError('conflict', 'in-use', {
        vi: 'Bản ghi này đang được dùng ở nơi khác nên không xóa được.',
        en: 'This record is used elsewhere and cannot be removed.',
      })
    : notFound();

const refusedValue = () =>
  new DomainError('invalid', 'value.refused', {
    vi: 'Có giá trị không hợp lệ. Hãy kiểm tra lại ngày tháng, số và mã đã nhập.',
    en: 'A value is not valid. Check the dates, numbers and codes entered.',
  });

const immutable = () =>
  new DomainError('conflict', 'immutable', {
    vi: 'Bản ghi này đã chốt nên không sửa được. Hãy lập bản đính chính kèm lý do.',
    en: 'This record is closed and cannot be changed. Make a correction with a reason instead.',
  });

const busy = () =>
  new DomainError('conflict', 'busy', {
    vi: 'Có người khác vừa sửa cùng dữ liệu này. Hãy thử lại.',
    en: 'Somebody else changed the same data just now. Try again.',
  });

const notFound = () =>
  new DomainError('not-found', 'not-found', {
    vi: 'Không tìm thấy bản ghi này trong phạm vi của bạn.',
    en: 'This record was not found among those you may see.',
  });
