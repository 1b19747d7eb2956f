import { shallowRef } from 'vue';
import { sender } from '../queries.ts';
import { EntryQueue, type QueueState, wipeQueue } from './queue.ts';

let current: { readonly account: string; readonly queue: EntryQueue } | undefined;

/** Where everything keyed on this machine is, for whatever page wants to say it. */
export const queueState = shallowRef<QueueState>({ where: 'saved', waiting: 0, refused: [] });

/** The queue of whoever is signed in. It goes on sending while he looks at other pages. */
export function entryQueue(account: string): EntryQueue {
  if (current?.account === account) return current.queue;
  current?.queue.stop();
  const queue = new EntryQueue({
    account,
    sender,
    onChange: (state) => {
      queueState.value = state;
    },
  });
  current = { account, queue };
  void queue.start();
  return queue;
}

/** At sign-out: the queue stops and nothing that was keyed stays on this machine. */
export async function leaveEntry(): Promise<void> {
  current?.queue.stop();
  current = undefined;
  queueState.value = { where: 'saved', waiting: 0, refused: [] };
  await wipeQueue();
}

if (typeof window !== 'undefined') window.addEventListener('online', () => current?.queue.wake());
