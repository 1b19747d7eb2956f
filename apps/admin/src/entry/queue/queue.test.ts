import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { EntryQueue, type QueueState, waitingSheets, wipeQueue } from './queue.ts';
import { EntryStore, type Kept } from './store.ts';

const SHEET = 'PL-000412-7K';
const keyed = (keystroke: number, sheet = SHEET) => ({
  sheet,
  answers: { living: { value: String(keystroke) } },
  note: '',
  keystroke,
});
const sentence = { vi: 'Phiếu đã hủy.', en: 'The sheet is void.' };

/** A server that can be away, and remembers what it took. */
function server() {
  const took: Kept[] = [];
  const answer = { problem: null as ApiProblem | null };
  const take = async (kept: Kept) => {
    if (answer.problem !== null) throw answer.problem;
    took.push(kept);
  };
  return { took, answer, sender: { draft: take, response: take } };
}

let queues: EntryQueue[] = [];
function queueOf(sender: ReturnType<typeof server>['sender'], account = 'clerk-1') {
  const states: QueueState[] = [];
  const queue = new EntryQueue({ account, sender, onChange: (state) => states.push(state), wait: soon });
  queues.push(queue);
  return { queue, states };
}
const soon = () => new Promise<void>((done) => setTimeout(done, 2));
async function until(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !check(); tries += 1) await soon();
  expect(check()).toBe(true);
}

beforeEach(async () => {
  await wipeQueue();
});
afterEach(() => {
  for (const queue of queues) queue.stop();
  queues = [];
});

describe('the entry queue', () => {
  it('keeps a key on this machine first, then brings it to the server, and says where it is', async () => {
    const { took, sender } = server();
    const { queue, states } = queueOf(sender);
    await queue.start();
    await queue.draft(keyed(1));
    expect(states.at(-1)).toMatchObject({ where: 'local', waiting: 1 });
    await until(() => queue.state.where === 'saved');
    expect(took.map((kept) => kept.keystroke)).toEqual([1]);
  });

  it('loses nothing when the server is away: the last answers and each saved sheet arrive when it is back', async () => {
    const { took, answer, sender } = server();
    answer.problem = new ApiProblem(0, 'offline', sentence);
    const { queue } = queueOf(sender);
    await queue.start();
    await Promise.all([1, 2, 3, 4, 5].map((key) => queue.draft(keyed(key))));
    await queue.response(keyed(6, 'PL-000413-5M'), 38);
    await queue.draft(keyed(7, 'PL-000414-3P'));
    answer.problem = null;
    queue.wake();
    await until(() => queue.state.waiting === 0);
    expect(took[0]?.response?.seconds).toBe(38);
    expect(
      took
        .slice(1)
        .map((kept) => kept.keystroke)
        .sort(),
    ).toEqual([5, 7]);
  });

  it('survives the tab being killed: the next tab finds the sheet and sends it', async () => {
    const away = server();
    away.answer.problem = new ApiProblem(503, 'unavailable', sentence);
    const first = queueOf(away.sender);
    await first.queue.start();
    await first.queue.response(keyed(12), 41);
    first.queue.stop();

    const back = server();
    const { queue } = queueOf(back.sender);
    expect((await queue.kept(SHEET))?.response?.seconds).toBe(41);
    await queue.start();
    await until(() => back.took.length === 1);
    expect(back.took[0]?.response?.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sends a saved sheet again under the same id, so that the server stores it once', async () => {
    const { answer, took, sender } = server();
    const ids: string[] = [];
    const { queue } = queueOf({
      ...sender,
      response: async (kept) => {
        ids.push(kept.response?.id ?? '');
        await sender.response(kept);
      },
    });
    answer.problem = new ApiProblem(500, 'defect', sentence);
    await queue.start();
    await queue.response(keyed(12), 40);
    await until(() => ids.length >= 3);
    answer.problem = null;
    await until(() => took.length === 1);
    expect(new Set(ids).size).toBe(1);
  });

  it('brings a second keying as what it is, also after the tab was killed', async () => {
    const { sender, took, answer } = server();
    answer.problem = new ApiProblem(0, 'offline', sentence);
    const killed = queueOf(sender);
    await killed.queue.start();
    await killed.queue.response({ ...keyed(12), pass: 'second' }, 30);
    killed.queue.stop();
    answer.problem = null;
    const { queue } = queueOf(sender);
    await queue.start();
    await until(() => queue.state.where === 'saved');
    expect(took.at(-1)).toMatchObject({ sheet: SHEET, pass: 'second', response: { seconds: 30 } });
  });

  it('does not drop a key that came while an older one was on its way', async () => {
    const took: number[] = [];
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const sender = {
      draft: async (kept: Kept) => {
        took.push(kept.keystroke);
        if (took.length === 1) await held;
      },
      response: async () => {},
    };
    const { queue } = queueOf(sender);
    await queue.start();
    await queue.draft(keyed(1));
    await until(() => took.length === 1);
    await queue.draft(keyed(2));
    release();
    await until(() => queue.state.where === 'saved');
    expect(took).toEqual([1, 2]);
  });

  it('stops asking when the server refuses for good, keeps what was keyed and says why', async () => {
    const { answer, sender } = server();
    answer.problem = new ApiProblem(409, 'sheet.void', sentence);
    const { queue } = queueOf(sender);
    await queue.start();
    await queue.response(keyed(12), 30);
    await until(() => queue.state.where === 'refused');
    expect(queue.state.refused[0]).toMatchObject({ sheet: SHEET, refusal: { sentence } });
    await queue.forget(SHEET);
    expect(queue.state).toMatchObject({ where: 'saved', refused: [] });
  });

  it('never sends one clerk’s sheet in another one’s name', async () => {
    const { answer, sender, took } = server();
    answer.problem = new ApiProblem(401, 'unauthenticated', sentence);
    const first = queueOf(sender);
    await first.queue.start();
    await first.queue.draft(keyed(3));
    first.queue.stop();
    answer.problem = null;
    const other = queueOf(sender, 'clerk-2');
    await other.queue.start();
    expect(await other.queue.kept(SHEET)).toBeUndefined();
    expect([other.queue.state.waiting, took.length]).toEqual([0, 0]);
  });

  it('is sealed on the disk and leaves nothing behind at sign-out', async () => {
    const store = new EntryStore();
    await store.keep({ ...keyed(1), account: 'clerk-1', turn: 1, note: 'Góc phiếu bị rách' });
    const raw = await new Promise<unknown[]>((done, fail) => {
      const request = indexedDB.open('gandan-entry');
      request.onerror = () => fail(request.error);
      request.onsuccess = () => {
        const all = request.result.transaction('kept').objectStore('kept').getAll();
        all.onsuccess = () => {
          request.result.close();
          done(all.result);
        };
      };
    });
    expect(JSON.stringify(raw)).not.toContain('rách');
    expect(await waitingSheets()).toBe(1);
    await wipeQueue();
    expect(await waitingSheets()).toBe(0);
    expect(await store.read(SHEET)).toBeUndefined();
  });
});
