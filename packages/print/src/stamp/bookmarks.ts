import type { ObjectWriter } from './sink.ts';
import { textString } from './text-string.ts';

interface Bookmark {
  readonly title: string;
  readonly page: number;
  below: Level | null;
}

/** Bookmarks beside each other, and the newest of each title. */
interface Level {
  readonly bookmarks: Bookmark[];
  readonly newest: Map<string, Bookmark>;
}

const emptyLevel = (): Level => ({ bookmarks: [], newest: new Map() });

/** A tree of bookmarks: hamlets and, below them, their groups. */
export class Bookmarks {
  readonly #roots = emptyLevel();

  /** The last title of the path is a new bookmark; those before it are made when they are not there. */
  add(path: readonly string[], page: number): void {
    let above: Bookmark | null = null;
    for (const [depth, title] of path.entries()) {
      const level: Level = above === null ? this.#roots : (above.below ?? emptyLevel());
      if (above !== null) above.below = level;
      const known = depth < path.length - 1 ? level.newest.get(title) : undefined;
      const bookmark: Bookmark = known ?? { title, page, below: null };
      if (known === undefined) {
        level.bookmarks.push(bookmark);
        level.newest.set(title, bookmark);
      }
      above = bookmark;
    }
  }

  /** Writes them all; the number of the root, or null when there is none. */
  write(out: ObjectWriter, pageId: (page: number) => number | null): number | null {
    if (this.#roots.bookmarks.length === 0) return null;
    const root = out.reserve();
    const { first, last } = this.#writeLevel(out, this.#roots, root, pageId);
    out.object(root, `<</Type/Outlines/First ${first} 0 R/Last ${last} 0 R/Count ${this.#roots.bookmarks.length}>>`);
    return root;
  }

  #writeLevel(
    out: ObjectWriter,
    { bookmarks }: Level,
    parent: number,
    pageId: (page: number) => number | null,
  ): { readonly first: number; readonly last: number } {
    const ids = bookmarks.map(() => out.reserve());
    bookmarks.forEach(({ title, page, below }, index) => {
      const id = ids[index] ?? 0;
      const previous = ids[index - 1] === undefined ? '' : `/Prev ${ids[index - 1]} 0 R`;
      const next = ids[index + 1] === undefined ? '' : `/Next ${ids[index + 1]} 0 R`;
      const inner = below === null ? null : this.#writeLevel(out, below, id, pageId);
      // Closed at first: a negative count.
      const kids =
        inner === null
          ? ''
          : `/First ${inner.first} 0 R/Last ${inner.last} 0 R/Count ${-(below?.bookmarks.length ?? 0)}`;
      const target = pageId(page);
      const destination = target === null ? '' : `/Dest[${target} 0 R/Fit]`;
      out.object(id, `<</Title ${textString(title)}/Parent ${parent} 0 R${previous}${next}${kids}${destination}>>`);
    });
    return { first: ids[0] ?? 0, last: ids.at(-1) ?? 0 };
  }
}
