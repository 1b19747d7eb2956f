import { insertAccount, showCommune } from '@gandan/db/access';
import { findUnit, listCommunes, listProvinces } from '@gandan/db/units';
import { type AnonymousWork, withoutActor } from '@gandan/db/work';
import { DomainError, invalidField } from '@gandan/domain/errors';
import { requireGoodPassword } from '@gandan/domain/policy';
import type { z } from 'zod';
import type { Deps } from '../frame/deps.ts';
import { makeOffice, type OfficeInput } from '../offices/make-office.ts';
import type { Setup } from './inputs.ts';
import { hashPassword } from './passwords.ts';
import { consumeSetupCode, needsSetup } from './setup-code.ts';
import { begin, type NewSession } from './sign-in.ts';
import { countTry, succeeded, triesKey } from './throttle.ts';

type Parts = Pick<Deps, 'db' | 'clock' | 'demo'>;

/** Whether the first account is still to be made, and then the provinces to choose from. */
export async function setupState({ db, clock }: Parts) {
  return withoutActor(db, clock, async (work) => {
    const needed = await needsSetup(work);
    return { needed, provinces: needed ? await listProvinces(work.trx) : [] };
  });
}

/** The communes of a province, only while the first account is still to be made. */
export async function setupCommunes({ db, clock }: Parts, province: string) {
  return withoutActor(db, clock, async (work) => {
    if (!(await needsSetup(work))) throw isSetUp();
    return listCommunes(work.trx, province);
  });
}

/** Makes the first account (and its office) with the code that the console of the machine shows. */
export async function setUp(parts: Parts, input: z.output<typeof Setup>, address: string): Promise<NewSession> {
  requireGoodPassword(input.account.password, [
    input.account.username,
    input.account.displayName,
    ...('office' in input ? [input.office.placeName] : []),
  ]);
  const key = triesKey('setup', address);
  await countTry(parts, key);
  const passwordHash = await hashPassword(input.account.password);
  return withoutActor(parts.db, parts.clock, async (work) => {
    if (!(await needsSetup(work))) throw isSetUp();
    if (!(await consumeSetupCode(work, input.code))) throw wrongCode();
    await succeeded(work, key);
    const place = 'office' in input ? await newOffice(work, input.office) : await province(work, input.provinceCode);
    const id = work.newId();
    await insertAccount(work.trx, {
      id,
      ...place,
      username: input.account.username,
      displayName: input.account.displayName,
      role: place.communeId === null ? 'province-admin' : 'commune-admin',
      passwordHash,
      passwordSetAt: work.now,
      createdAt: work.now,
    });
    await work.audit('access.set-up', id, { communeId: place.communeId, accountId: id });
    return begin(work, id, parts.demo ? 'open' : 'enrol-totp');
  });
}

async function newOffice(work: AnonymousWork, input: z.output<typeof OfficeInput>) {
  await showCommune(work.trx, input.communeId);
  await makeOffice(work, input, null).catch((error: unknown) => {
    throw error instanceof DomainError ? inside('office', error) : error;
  });
  return { communeId: input.communeId, provinceCode: null };
}

/** The same refusal, its places counted from the whole form. */
function inside(part: string, { kind, code, sentence, places }: DomainError): DomainError {
  const moved = places.map((place) => ({
    ...place,
    ...(place.path === undefined ? {} : { path: `${part}.${place.path}` }),
  }));
  return new DomainError(kind, code, sentence, moved);
}

async function province(work: AnonymousWork, provinceCode: string) {
  const unit = await findUnit(work.trx, provinceCode);
  if (unit?.kind !== 'province') {
    throw invalidField('provinceCode', 'unit.unknown', {
      vi: `Không có tỉnh, thành phố nào mang mã ${provinceCode}.`,
      en: `No province has the code ${provinceCode}.`,
    });
  }
  return { communeId: null, provinceCode };
}

const isSetUp = () =>
  new DomainError('conflict', 'setup.done', {
    vi: 'Phần mềm đã được thiết lập. Hãy đăng nhập, hoặc nhờ người quản trị cấp tài khoản.',
    en: 'This is set up already. Sign in, or ask the administrator for an account.',
  });

function wrongCode(): DomainError {
  const sentence = {
    vi: 'Mã thiết lập không đúng. Mã nằm ở cửa sổ dòng lệnh nơi phần mềm được khởi động.',
    en: 'The setup code is not right. It stands in the terminal window where the program was started.',
  };
  return new DomainError('invalid', 'setup.code', sentence, [{ path: 'code', sentence }]);
}
