import { findAccount, showCommune } from '@gandan/db/access';
import { findOffice } from '@gandan/db/units';
import { withoutActor } from '@gandan/db/work';
import { ACTIONS, type Action, actionsOf, type Role } from '@gandan/domain/policy';
import { type Context, Hono } from 'hono';
import { open } from '../frame/allow.ts';
import type { Deps, Env } from '../frame/deps.ts';
import { unauthenticated } from '../frame/errors.ts';
import { body } from '../frame/validate.ts';
import { addressOf } from './address.ts';
import { clearSessionCookie, writeSessionCookie } from './cookie.ts';
import { ConfirmTotp, NewPassword, SecondFactor, SignIn } from './inputs.ts';
import { beginEnrolment, changePassword, confirmEnrolment, giveSecondFactor, signIn, signOut } from './sign-in.ts';
import type { Stage } from './stage.ts';

/** Signing in, step by step; `stage` says what comes next. */
export const sessionRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/', open('Phiên làm việc: ai đang đăng nhập, còn bước nào'), async (c) => c.json(await describe(deps, c)))
    .post('/', open('Đăng nhập bằng tên và mật khẩu'), body(SignIn), async (c) => {
      const previous = c.get('session')?.tokenHash;
      const { token, stage } = await signIn(deps, { ...c.req.valid('json'), address: addressOf(c), previous });
      writeSessionCookie(c, deps.origin, token);
      return c.json({ stage }, 201);
    })
    .delete('/', open('Đăng xuất'), async (c) => {
      const known = c.get('session');
      if (known !== undefined) await signOut(deps, known);
      clearSessionCookie(c, deps.origin);
      return c.body(null, 204);
    })
    .post('/totp', open('Mã xác thực hai lớp hoặc mã dự phòng'), body(SecondFactor), async (c) => {
      const { token, stage } = await giveSecondFactor(deps, known(c), {
        ...c.req.valid('json'),
        address: addressOf(c),
      });
      writeSessionCookie(c, deps.origin, token);
      return c.json({ stage });
    })
    .post('/enrol-totp', open('Bắt đầu đặt xác thực hai lớp: khóa và địa chỉ cho mã QR'), async (c) =>
      c.json(await beginEnrolment(deps, known(c))),
    )
    .post(
      '/confirm-totp',
      open('Xác nhận xác thực hai lớp; trả về mã dự phòng một lần'),
      body(ConfirmTotp),
      async (c) => {
        const { token, ...rest } = await confirmEnrolment(deps, known(c), {
          ...c.req.valid('json'),
          address: addressOf(c),
        });
        writeSessionCookie(c, deps.origin, token);
        return c.json(rest);
      },
    )
    .post('/password', open('Đổi mật khẩu của mình'), body(NewPassword), async (c) => {
      const { office } = await describe(deps, c);
      const context = office === undefined ? [] : [office.name, office.placeName];
      const input = { ...c.req.valid('json'), address: addressOf(c), context };
      const { token, stage } = await changePassword(deps, known(c), input);
      writeSessionCookie(c, deps.origin, token);
      return c.json({ stage });
    });

function known(c: Context<Env>) {
  const session = c.get('session');
  if (session === undefined) throw unauthenticated();
  return session;
}

interface Described {
  stage: Stage | 'none';
  demo: boolean;
  account?: { id: string; username: string; displayName: string; role: Role; cadreId: string | null };
  office?: {
    communeId: string;
    name: string;
    provinceName: string | null;
    sheetPrefix: string;
    superiorName: string;
    issuerName: string;
    placeName: string;
  };
  actions: Action[];
}

async function describe({ db, clock, demo }: Deps, c: Context<Env>): Promise<Described> {
  const session = c.get('session');
  if (session === undefined) return { stage: 'none', demo, actions: [] };
  const actor = c.get('actor');
  return withoutActor(db, clock, async (work) => {
    const account = await findAccount(work.trx, session.accountId);
    if (account === undefined) return { stage: 'none' as const, demo, actions: [] };
    const { id, username, displayName, cadreId, communeId } = account;
    if (communeId !== null) await showCommune(work.trx, communeId);
    const row = communeId === null ? undefined : await findOffice(work.trx, communeId);
    const { isDemo: _, nextSerial: __, ...office } = row ?? { isDemo: false, nextSerial: 0 };
    return {
      stage: session.stage,
      demo,
      account: { id, username, displayName, role: account.role as Role, cadreId },
      ...(row === undefined ? {} : { office: office as NonNullable<Described['office']> }),
      actions: actor === undefined ? [] : actionsOf(actor, ACTIONS),
    };
  });
}
