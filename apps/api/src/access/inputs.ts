import { PASSWORD_MAX } from '@gandan/domain/policy';
import { z } from 'zod';
import { OfficeInput } from '../offices/make-office.ts';

/** What people type at sign-in: any case, kept short. */
export const TypedName = z.string().trim().min(1).max(80);
/** Checked by `requireGoodPassword`; here only its size. */
export const TypedPassword = z
  .string()
  .min(1)
  .max(PASSWORD_MAX * 4);
export const Code = z.string().trim().min(6).max(20);
/** A new account's user name. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9._-]{2,39}$/,
    'Tên đăng nhập gồm 3–40 chữ thường không dấu, số, dấu chấm, gạch dưới, gạch ngang.',
  );
export const DisplayName = z.string().trim().min(1).max(120).normalize('NFC');

export const SignIn = z.strictObject({ username: TypedName, password: TypedPassword });
export const SecondFactor = z.union([
  z.strictObject({ code: Code }),
  z.strictObject({ recoveryCode: z.string().trim().min(12).max(20) }),
]);
export const ConfirmTotp = z.strictObject({ code: Code });
export const NewPassword = z.strictObject({ current: TypedPassword, next: TypedPassword });

const account = z.strictObject({ username: Username, displayName: DisplayName, password: TypedPassword });
const setupCode = z.string().trim().min(1).max(40);
/** The first account: of an office, or of a province that then makes the offices' administrators. */
export const Setup = z.union([
  z.strictObject({
    code: setupCode,
    account,
    office: OfficeInput,
  }),
  z.strictObject({ code: setupCode, account, provinceCode: z.string().max(20) }),
]);
