// Days as addresses write them, "2024-02-03", and their places on the second scrubber, where a long time without news is drawn short.

const DAY = 86_400_000;
const LONGEST_GAP = 10; // days; the page draws its ticks by the same rule
const WORDS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The days on which something became known, in order, and where each stands. */
export class KnownDays {
  readonly #first: number;
  readonly #offsets: readonly number[];
  readonly #places: readonly number[];

  /** `changes`: how many days each is after the first, ascending, the first 0. */
  constructor(first: string, changes: readonly number[]) {
    this.#first = Date.parse(first);
    this.#offsets = changes;
    this.#places = changes.reduce<number[]>((places, offset, i) => [...places, i === 0 ? 0 : places[i - 1]! + Math.min(LONGEST_GAP, offset - changes[i - 1]!)], []);
  }

  /** The place of the last one. */
  get end(): number {
    return this.#places.at(-1)!;
  }

  /** Of any day; one in a long time without news stands at its end, just before the next news. */
  placeOf(day: string): number {
    const offset = (Date.parse(day) - this.#first) / DAY;
    const i = this.#lastAt(this.#offsets, offset);
    return i < 0 ? 0 : Math.min(this.#places[i]! + offset - this.#offsets[i]!, i + 1 < this.#places.length ? this.#places[i + 1]! - 1 : this.end);
  }

  dayAt(place: number): string {
    const i = Math.max(0, this.#lastAt(this.#places, place));
    return new Date(this.#first + (this.#offsets[i]! + place - this.#places[i]!) * DAY).toISOString().slice(0, 10);
  }

  /** The place of the next day on which something became known; beyond the last one it stays. */
  next(place: number, direction: -1 | 1): number {
    const next = direction > 0 ? this.#places.find(other => other > place) : this.#places.filter(other => other < place).at(-1);
    return next ?? place;
  }

  #lastAt(values: readonly number[], at: number): number {
    return values.filter(value => value <= at).length - 1;
  }
}

/** The same day of another month, or its last one where it is shorter. */
export function dayAfterMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** "3 Feb 2024". */
export function wordsOf(day: string): string {
  return WORDS.format(Date.parse(day)).replace('Sept', 'Sep');
}
