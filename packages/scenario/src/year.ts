import { randomUUID } from 'node:crypto';
import {
  type Answer,
  filledSheet,
  type Person,
  seedHouseholds,
  seedQuestionnaire,
  type TestApp,
  testApp,
} from '@gandan/api/testing';
import { type SeededOffice, seedOffice, type TestDatabase, testDatabase } from '@gandan/db/testing';
import type { PlainDate } from '@gandan/domain/calendar';
import type { Answers } from '@gandan/domain/entry';

/** Who does what in the story: the office, the clerk who keys, the leader who judges, the cadre who is judged. */
export interface Cast {
  readonly office: Person;
  readonly clerk: Person;
  readonly leader: Person;
  readonly cadre: Person;
}

/** One sheet in somebody's hand. */
export interface PaperSheet {
  readonly number: string;
  readonly householdId: string;
  readonly state: string;
}

/** A group's meeting, told as it happens: `await meeting.prints(); await meeting.returns(17); …`. */
export interface MeetingStory {
  readonly id: string;
  /** The sheets as the ledger has them now. */
  sheets(): Promise<readonly PaperSheet[]>;
  /** Prints the packet; its sheets are in the ledger then. */
  prints(): Promise<readonly PaperSheet[]>;
  /** The evening itself: who came, what was told. */
  isHeld(evening?: { cadrePresent?: boolean; households?: number; told?: readonly string[] }): Promise<void>;
  /** The first n sheets come back filled in. */
  returns(n: number): Promise<void>;
  /** What was returned is keyed; `changes(i)` is what the i-th household answered otherwise. */
  isKeyed(changes?: (index: number) => Answers): Promise<void>;
  /** What is still out is written off with a reason. */
  writesOff(kind: 'refused' | 'lost', reason: string): Promise<void>;
  /** Closes; a refusal's sentence comes back instead of an error. */
  closes(): Promise<string>;
}

/** One commune's year, on a real PostgreSQL, through the api that its people use. */
export interface Year {
  readonly cast: Cast;
  readonly commune: SeededOffice;
  readonly database: TestDatabase;
  readonly app: TestApp;
  /** It is now this day, eight in the evening, and everybody has signed in again. */
  on(day: PlainDate): Promise<void>;
  /** A meeting of the first group (followed by the cadre of the cast) or the second. */
  meeting(day: PlainDate, group?: 0 | 1): Promise<MeetingStory>;
  end(): Promise<void>;
}

/** `const year = await yearOf(25)`: Xã Phú Lễ with so many households in each of its two groups. */
export async function yearOf(householdsPerGroup: number): Promise<Year> {
  const database = await testDatabase();
  const commune = await seedOffice(database);
  await seedQuestionnaire(database, commune);
  for (const [index, group] of commune.groups.entries()) {
    await seedHouseholds(database, commune.communeId, group.id, householdsPerGroup, 101 + index * 100);
  }
  const app = await testApp(database, { as: 'commune-admin' });
  const signIn = async (): Promise<Cast> => ({
    office: await app.as('commune-admin'),
    clerk: await app.as('clerk'),
    leader: await app.as('leader'),
    cadre: await app.as('cadre'),
  });
  let cast = await signIn();
  return {
    get cast() {
      return cast;
    },
    commune,
    database,
    app,
    async on(day) {
      app.clock.set(`${day}T20:00:00+07:00`);
      cast = await signIn();
    },
    async meeting(day, group = 0) {
      const groupId = commune.groups[group].id;
      const planned = await expectDone(cast.clerk.post('/api/meetings', { groupIds: [groupId], heldOn: day }));
      return tellMeeting(app, () => cast.clerk, planned.items[0].id, day);
    },
    async end() {
      await app.close();
      await database.drop();
    },
  };
}

function tellMeeting(app: TestApp, clerk: () => Person, id: string, day: PlainDate): MeetingStory {
  const year = Number(day.slice(0, 4));
  const path = `/api/meetings/${year}/${id}`;
  const sheets = async (): Promise<readonly PaperSheet[]> => (await expectDone(clerk().get(path))).sheets;
  return {
    id,
    sheets,
    async prints() {
      const { jobId } = await expectDone(clerk().post('/api/meetings/print', { meetings: [{ year, id }] }));
      await app.drain();
      const job = await expectDone(clerk().get(`/api/jobs/${jobId}`));
      if (job.state !== 'done') throw new Error(`printing ${job.state}: ${JSON.stringify(job.message)}`);
      return sheets();
    },
    async isHeld({ cadrePresent = true, households = 1, told = [] } = {}) {
      await expectDone(
        clerk().post(`${path}/record`, { cadrePresent, householdsPresent: households, policiesTold: told }),
      );
    },
    async returns(n) {
      const numbers = (await sheets()).slice(0, n).map((sheet) => sheet.number);
      await expectDone(clerk().post(`${path}/returned`, { numbers }));
    },
    async isKeyed(changes = () => ({})) {
      const returned = (await sheets()).filter((sheet) => sheet.state === 'returned');
      for (const [index, { number }] of returned.entries()) {
        const answers = filledSheet(changes(index));
        await expectDone(
          clerk().post(`/api/entry/sheets/${number}/response`, { id: randomUUID(), answers, seconds: 30 }),
        );
      }
    },
    async writesOff(kind, reason) {
      for (const { number, state } of await sheets()) {
        if (state === 'printed') await expectDone(clerk().post(`/api/sheets/${number}/events`, { kind, reason }));
      }
    },
    async closes() {
      const { status, body } = await clerk().post(`${path}/close`);
      return status === 200 ? 'closed' : body.error.sentence.vi;
    },
  };
}

/** The body of a request that has to succeed; otherwise the sentence of its refusal is the error. */
export async function expectDone(request: ReturnType<Person['get']>): Promise<Answer['body']> {
  const { status, body } = await request;
  if (status >= 300) throw new Error(`${status}: ${body?.error?.sentence?.en ?? JSON.stringify(body)}`);
  return body;
}
