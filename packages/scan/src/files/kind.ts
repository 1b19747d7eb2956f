/** What a file is by its first bytes; names lie. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'tiff' | 'zip' | 'empty' | 'unknown';

const STARTS: readonly (readonly [FileKind, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
];

/** Looks at the first kilobyte, where a PDF's mark may stand behind some rubbish. */
export function kindOf(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty';
  for (const [kind, start] of STARTS) if (start.every((byte, at) => head[at] === byte)) return kind;
  return Buffer.from(head.subarray(0, 1024)).includes('%PDF-') ? 'pdf' : 'unknown';
}
