// Writes the bytes of time-tiles for tests, as the server does.

import type { TimeTile } from '../../src/browser/tiles/time-tile';

export function encoded({ side, groups, edges, undated, cells, offsets, series, counts, late }: TimeTile): ArrayBuffer {
  const bytes: number[] = [1];
  const number = (value: number): void => {
    for (; value > 127; value = Math.floor(value / 128)) {
      bytes.push(value % 128 + 128);
    }
    bytes.push(value);
  };
  const column = (values: ArrayLike<number>): void => Array.from(values).forEach(number);
  const differences = (values: ArrayLike<number>): void => Array.from(values).forEach((value, i) => number(i === 0 ? value : value - values[i - 1]!));
  number(side);
  number(groups.length);
  for (const { key, lead } of groups) {
    const text = new TextEncoder().encode(key);
    number(text.length);
    bytes.push(...text, lead ? 1 : 0);
  }
  number(edges.length);
  edges.forEach((edge, i) => number(i > 0 ? edge - edges[i - 1]! : edge < 0 ? -2 * edge - 1 : 2 * edge));
  column(undated);
  number(cells.length);
  differences(cells);
  for (let k = 0; k <= edges.length; k++) {
    number(offsets[k + 1]! - offsets[k]!);
  }
  for (let k = 0; k <= edges.length; k++) {
    differences(series.subarray(offsets[k], offsets[k + 1]));
  }
  column(counts);
  number(late.stretch.length);
  differences(late.stretch);
  column(late.endEdge.map((edge, i) => edge - late.stretch[i]!));
  column(late.series);
  column(late.counts);
  return Uint8Array.from(bytes).buffer;
}
