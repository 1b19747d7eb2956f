import { conflict, type DomainError, invalidField } from '@gandan/domain/errors';

export const notPublished = () =>
  conflict('questionnaire.no-layout', {
    vi: 'Phiên bản này chưa phát hành nên chưa có mẫu in. Hãy phát hành trước.',
    en: 'This version is not published, so there is no printed form yet. Publish it first.',
  });

export const notOnPaper = () =>
  conflict('questionnaire.no-paper', {
    vi: 'Phiên bản này không có mẫu in trên khổ giấy đó.',
    en: 'This version has no printed form for that paper.',
  });

export const draftThere = (version: number) =>
  conflict('questionnaire.draft-exists', {
    vi: `Đang có bản nháp, phiên bản ${version}. Hãy sửa tiếp bản đó.`,
    en: `There is a draft already, version ${version}. Go on with that one.`,
  });

export const published = (version: number) =>
  conflict('questionnaire.published', {
    vi: `Phiên bản ${version} đã phát hành nên không sửa được. Hãy tạo bản nháp mới.`,
    en: `Version ${version} is published and cannot be changed. Make a new draft.`,
  });

export const notInForce = (version: number) =>
  conflict('questionnaire.not-in-force', {
    vi: `Phiên bản ${version} không đang dùng nên không cần ngừng.`,
    en: `Version ${version} is not in force, so there is nothing to retire.`,
  });

export const otherCode = (code: string) =>
  invalidField('model.code', 'questionnaire.code', {
    vi: `Mã của mẫu phiếu là “${code}” và không đổi giữa các phiên bản.`,
    en: `The code of this questionnaire is “${code}”; it stays the same in all versions.`,
  });

export const codeTaken = (code: string): DomainError =>
  conflict('questionnaire.code-taken', {
    vi: `Đã có mẫu phiếu mang mã “${code}”. Hãy chọn mã khác, hoặc sửa mẫu đang có.`,
    en: `There is a questionnaire with the code “${code}” already. Choose another, or change that one.`,
  });
