// Where a value stands among others that ascend.

/** The first index whose value is at least `value`; the column ascends. */
export function lowerBound(column: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (column[middle]! < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
