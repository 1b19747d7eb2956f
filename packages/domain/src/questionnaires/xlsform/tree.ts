import type { GroupItem, Label, NoteItem, Question, Relevant, RepeatItem } from '../model.ts';

/** One question or note of the form, with what its place on paper depends on. */
export interface Leaf {
  readonly kind: 'leaf';
  item: Question | NoteItem;
  readonly row: number;
  /** Words of its `appearance`. */
  readonly appearance: readonly string[];
}

/** A group or repeat of the form, nested as written. */
export interface Branch {
  readonly kind: 'group' | 'repeat';
  readonly name: string;
  /** Undefined when the group has no words: then it only bundles. */
  readonly label: Label | undefined;
  readonly row: number;
  readonly relevant?: Relevant | undefined;
  readonly sensitive?: boolean | undefined;
  readonly appearance: readonly string[];
  /** As this program wrote it. */
  readonly own?: GroupItem['appearance'] | RepeatItem['appearance'] | undefined;
  readonly count?: number;
  readonly rows?: readonly Label[] | undefined;
  readonly role?: 'petition' | undefined;
  readonly children: Node[];
}

export type Node = Leaf | Branch;
