import { shallowRef } from 'vue';
import { sender } from '../queries.ts';
import { EntryQueue, type QueueState } from './queue.ts';

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
  window.addEventListener('online', () => queue.wake());
  void queue.start();
  return queue;
}
