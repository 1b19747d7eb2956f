/** One measured claim: our value beside its peer's from the same run, and what was wanted of it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What we compare ourselves with, measured in the same run. */
  readonly peer?: { readonly name: string; readonly value: number };
  /** The bound that the design sets. */
  readonly wanted?: { readonly at: 'most' | 'least'; readonly value: number };
}

/** Ours over the peer's; null without a peer. */
export function ratio(figure: Figure): number | null {
  return figure.peer === undefined ? null : figure.value / figure.peer.value;
}

/** Whether the figure keeps its bound; true without one. */
export function asWanted({ value, wanted }: Figure): boolean {
  if (wanted === undefined) return true;
  return wanted.at === 'most' ? value <= wanted.value : value >= wanted.value;
}

/** The figures as a table to read. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${short(figure.value)} ${figure.unit}`,
    figure.peer === undefined ? '' : `${figure.peer.name}: ${short(figure.peer.value)} ${figure.unit}`,
    ratio(figure) === null ? '' : `× ${short(ratio(figure) ?? 0)}`,
    figure.wanted === undefined ? '' : `${figure.wanted.at === 'most' ? '≤' : '≥'} ${short(figure.wanted.value)}`,
    figure.wanted === undefined ? '' : asWanted(figure) ? 'kept' : 'MISSED',
  ]);
  const heads = ['figure', 'ours', 'peer', 'ratio', 'wanted', ''];
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(heads), ...rows.map(line)].join('\n');
}

/** The figures for machines. */
export function json(bench: string, figures: readonly Figure[]): string {
  const rows = figures.map((figure) => ({ ...figure, ratio: ratio(figure), kept: asWanted(figure) }));
  return JSON.stringify({ bench, figures: rows }, null, 2);
}

function short(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(digits);
}
