import { DomainError } from '@gandan/domain/errors';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo/people.ts';
import type { RunningServer } from './server.ts';

/** What the console says when everything runs: where to look, and how to sign in. */
export function greeting({ settings, setupCode }: RunningServer): string {
  const lines = ['', `  Gần Dân đang chạy tại  ${settings.origin}`, `  Gần Dân is running at  ${settings.origin}`, ''];
  if (settings.demo) lines.push(...demoSignIns());
  else if (setupCode !== undefined) lines.push(...firstSteps(setupCode));
  lines.push('  Dừng: Ctrl-C · Stop: Ctrl-C', '');
  return lines.join('\n');
}

function demoSignIns(): string[] {
  const width = Math.max(...DEMO_PEOPLE.map((person) => person.username.length));
  return [
    '  *** BẢN DÙNG THỬ với một xã hư cấu. Đừng nhập dữ liệu thật. ***',
    '  *** DEMO with a fictional commune. Enter no real records. ***',
    '',
    `  Mật khẩu của mọi tài khoản / the password of every account:  ${DEMO_PASSWORD}`,
    ...DEMO_PEOPLE.map(({ username, displayName, role }) => `    ${username.padEnd(width)}  ${displayName} (${role})`),
    '',
  ];
}

const firstSteps = (code: string) => [
  '  Chưa có tài khoản nào. Mở địa chỉ trên và nhập mã thiết lập (dùng một lần):',
  '  There is no account yet. Open the address and enter the one-time setup code:',
  '',
  `    ${code}`,
  '',
];

/** A refusal or a defect as the console shows it; defects keep their stack for whoever reports them. */
export function sentenceOf(error: unknown): string {
  if (error instanceof DomainError) return `${error.sentence.vi}\n${error.sentence.en}`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Phần mềm dừng vì lỗi ngoài dự kiến.\nStopped by an unexpected error.\n${stack}`;
}
