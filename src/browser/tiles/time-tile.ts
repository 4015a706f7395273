// A time-tile: how many incidents each cell of a part of the map has, by group and by stretch of time; and how to read its
// bytes. They are written by TimeTileFormat.cs, which tells their layout; golden files hold the two together.

/** A kind or a dataset; the leads of one are a group of their own. */
export interface TileGroup {
  readonly key: string;
  readonly lead: boolean;
}

/**
 * Time is cut at the edges e0 … e(n-1): stretch 0 is before e0, stretch k is [e(k-1), e(k)), stretch n from e(n-1) on. An
 * incident is a start in the stretch of its start. It ends with that stretch, unless it is late: told again with the
 * first edge by which it has ended.
 */
export interface TimeTile {
  /** Unix milliseconds, ascending. */
  readonly edges: Float64Array;
  readonly groups: readonly TileGroup[];
  /** The tile has side × side cells. */
  readonly side: number;
  /** By group. */
  readonly undated: Uint32Array;
  /** The cells that have anything, ascending: row × side + column, from the upper left. */
  readonly cells: Uint32Array;
  /** One more than there are stretches: the starts of stretch k are [offsets[k], offsets[k + 1]). */
  readonly offsets: Uint32Array;
  /** Of each start, ascending within a stretch: index into `cells` × number of groups + group. */
  readonly series: Narrow;
  readonly counts: Narrow;
  readonly late: LateEntries;
}

/** Those among the starts that end after the stretch that they start in; by stretch, then end edge, then series. */
export interface LateEntries {
  readonly stretch: Uint16Array;
  /** The number of the first edge by which they have ended; the number of edges where there is none. */
  readonly endEdge: Uint16Array;
  readonly series: Uint32Array;
  readonly counts: Uint32Array;
}

/** Whole numbers in as few bytes as the largest of them needs: most counts of a tile have one byte, and most series two. */
export type Narrow = Uint8Array | Uint16Array | Uint32Array;

const VERSION = 1;
const MOST_EDGES = 0xffff;

/** @throws {RangeError} The bytes are no time-tile, or one of another version. */
export function decodeTimeTile(bytes: ArrayBuffer): TimeTile {
  const reader = new Reader(new Uint8Array(bytes));
  const version = reader.byte();
  refuseUnless(version === VERSION, `version ${version} of a time-tile is not known`);
  const side = reader.varint();
  const groups = Array.from({ length: reader.count() }, () => ({ key: reader.text(), lead: reader.byte() === 1 }));
  const edges = readEdges(reader);
  const undated = reader.column(groups.length);
  const cells = accumulate(reader.column(reader.count()));
  const offsets = readOffsets(reader, edges.length + 1);
  const entries = offsets[edges.length + 1]!;
  const series = narrow(accumulateWithin(reader.column(entries), offsets));
  const counts = narrow(reader.column(entries));
  const late = readLate(reader);
  refuseUnless(reader.isAtEnd, 'a time-tile is followed by something else');
  return { edges, groups, side, undated, cells, offsets, series, counts, late };
}

/** The same numbers; the column itself where it cannot be narrower. */
export function narrow(column: Uint32Array): Narrow {
  let bits = 0;
  for (let i = 0; i < column.length; i++) {
    bits |= column[i]!;
  }
  return bits >>> 8 === 0 ? new Uint8Array(column) : bits >>> 16 === 0 ? new Uint16Array(column) : column;
}

function readEdges(reader: Reader): Float64Array {
  const edges = new Float64Array(reader.count());
  refuseUnless(edges.length < MOST_EDGES, 'a time-tile has too many edges');
  for (let i = 0; i < edges.length; i++) {
    edges[i] = i === 0 ? reader.zigzag() : edges[i - 1]! + reader.varint();
  }
  return edges;
}

function readOffsets(reader: Reader, stretches: number): Uint32Array {
  const offsets = new Uint32Array(stretches + 1);
  for (let k = 0; k < stretches; k++) {
    offsets[k + 1] = offsets[k]! + reader.varint();
  }
  return offsets;
}

function readLate(reader: Reader): LateEntries {
  const length = reader.count();
  const stretch = Uint16Array.from(accumulate(reader.column(length)));
  const endEdge = Uint16Array.from(reader.column(length), (after, i) => stretch[i]! + after);
  return { stretch, endEdge, series: reader.column(length), counts: reader.column(length) };
}

/** Turns differences into values, in place. */
function accumulate(column: Uint32Array): Uint32Array {
  for (let i = 1; i < column.length; i++) {
    column[i] = column[i]! + column[i - 1]!;
  }
  return column;
}

/** The same, from the start in every stretch. */
function accumulateWithin(column: Uint32Array, offsets: Uint32Array): Uint32Array {
  for (let k = 0; k + 1 < offsets.length; k++) {
    for (let i = offsets[k]! + 1; i < offsets[k + 1]!; i++) {
      column[i] = column[i]! + column[i - 1]!;
    }
  }
  return column;
}

/** Reads numbers of seven bits a byte, the lowest first; all but the last byte have the eighth bit set. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean { return this.#at === this.#bytes.length; }

  byte(): number {
    refuseUnless(this.#at < this.#bytes.length, 'a time-tile ends too soon');
    return this.#bytes[this.#at++]!;
  }

  /** Up to 53 bits. */
  varint(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) {
        refuseUnless(value <= Number.MAX_SAFE_INTEGER, 'a number in a time-tile is too large');
        return value;
      }
    }
  }

  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** How many of something follow: each takes a byte at least. */
  count(): number {
    const count = this.varint();
    refuseUnless(count <= this.#bytes.length - this.#at, 'a time-tile ends too soon');
    return count;
  }

  text(): string {
    const length = this.count();
    this.#at += length;
    return new TextDecoder().decode(this.#bytes.subarray(this.#at - length, this.#at));
  }

  /** Many numbers of up to 32 bits: most have one byte. */
  column(length: number): Uint32Array {
    refuseUnless(length <= this.#bytes.length - this.#at, 'a time-tile ends too soon');
    const column = new Uint32Array(length);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let i = 0; i < length; i++) {
      let byte = bytes[at++]!;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!;
        value |= (byte & 127) << shift;
      }
      column[i] = value;
    }
    refuseUnless(at <= bytes.length, 'a time-tile ends too soon');
    this.#at = at;
    return column;
  }
}

function refuseUnless(holds: boolean, problem: string): asserts holds {
  if (!holds) {
    throw new RangeError(problem);
  }
}
