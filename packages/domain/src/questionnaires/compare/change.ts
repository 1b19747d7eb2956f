import type { Sentence } from '../../errors/index.ts';
import type { ItemPath } from '../edit/path.ts';

/**
 * What a change does to the paper. `same`: the fields stay where they are, so paper that is out is still read. `may`: words
 * that can take another line. `other`: the fields themselves are others, so the paper gets another identity.
 */
export type PaperEffect = 'same' | 'may' | 'other';

/** One difference between two versions, in words. */
export interface VersionChange {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  /** In the newer model; of what was removed: in the older one. `null`: the form itself. */
  readonly path: ItemPath | null;
  readonly sentence: Sentence;
  readonly paper: PaperEffect;
}
