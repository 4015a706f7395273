// What colours and shapes tell apart: the kinds of incidents, or the datasets that they come from. Leads stand apart in both, and
// under a lens what it does not mention.

import { appearance, KIND_ORDER, type Shape } from './kinds';
import type { Mark } from './marks';

export type ColourBy = 'kind' | 'dataset';

/** A dataset as the page names it, in the order in which they came: the order gives each its colour and shape. */
export interface Dataset {
  readonly slug: string;
  readonly title: string;
  /** Whether the view asks for it, and it has something to show. */
  readonly isChosen: boolean;
}

/** How a mark looks. */
export interface Sign {
  readonly shape: Shape;
  /** The custom property that holds its colour. */
  readonly property: string;
  /** Leads, and what a lens does not mention, are hollow and dashed. */
  readonly isHollow: boolean;
}

/** The key of leads wherever marks are counted by key; no kind and no dataset is called so. */
export const LEADS = ' leads';

/** The key of what the lens does not mention, leads among it; likewise. */
export const UNMENTIONED = ' unmentioned';

/** What the server calls that group in tiles. */
const UNMENTIONED_GROUP = 'unmentioned';

/** In words, for legends and tips. */
export const LEAD_WORDS = 'Lead: machine-coded, not checked';

/** The shapes of datasets, so that colour is never the only sign; all beyond the last share it. */
export const DATASET_SHAPES: readonly Shape[] = ['disc', 'triangle', 'square', 'diamond', 'cross', 'pentagon', 'star', 'ring'];

export class Signs {
  readonly #numbers: ReadonlyMap<string, number>;
  /** As asked so far: frames ask again and again. */
  readonly #byKey = new Map<string, Sign>();

  /** `lens`: through whose account the view is looked at, by name; null where it is the record's. */
  constructor(readonly by: ColourBy = 'kind', readonly datasets: readonly Dataset[] = [], readonly lens: string | null = null) {
    this.#numbers = new Map(datasets.map(({ slug }, number) => [slug, number]));
  }

  /** The same signs, with colours that tell other things apart. */
  colouredBy(by: ColourBy): Signs {
    return by === this.by ? this : new Signs(by, this.datasets, this.lens);
  }

  /** What a group of a time-tile is counted as. */
  keyOfGroup({ key, lead }: { readonly key: string; readonly lead: boolean }): string {
    return lead ? LEADS : this.lens !== null && key === UNMENTIONED_GROUP ? UNMENTIONED : key;
  }

  /** What a mark is counted as. */
  keyOf(mark: Mark): string {
    return mark.unmentioned === true ? UNMENTIONED : mark.lead ? LEADS : this.by === 'kind' ? mark.kind : mark.dataset;
  }

  /** How a mark looks by itself: a lead keeps its shape and colour, and is hollow; what is not mentioned keeps its shape alone. */
  of(mark: Mark): Sign {
    const key = this.by === 'kind' ? mark.kind : mark.dataset;
    const sign = this.ofKey(key);
    return mark.unmentioned === true ? { ...sign, property: '--unmentioned', isHollow: true } : { ...sign, isHollow: mark.lead };
  }

  /** How marks look that are counted together. */
  ofKey(key: string): Sign {
    let sign = this.#byKey.get(key);
    if (sign === undefined) {
      sign = this.#signOf(key);
      this.#byKey.set(key, sign);
    }
    return sign;
  }

  #signOf(key: string): Sign {
    if (key === LEADS) {
      return { shape: 'disc', property: '--lead', isHollow: true };
    }
    if (key === UNMENTIONED) {
      return { shape: 'hexagon', property: '--unmentioned', isHollow: true };
    }
    return this.by === 'kind' ? { ...appearance(key), isHollow: false } : datasetSign(this.#numbers.get(key) ?? DATASET_SHAPES.length);
  }

  /** "Armed clash", "UCDP GED", "Leads", "Not mentioned by U.S. Central Command". */
  label(key: string): string {
    return key === UNMENTIONED ? this.#notMentioned : key === LEADS ? 'Leads' : this.by === 'kind' ? kindInWords(key) : this.datasets[this.#numbers.get(key) ?? -1]?.title ?? key;
  }

  /** What must be said of a mark beside what it is: that it is a lead, that the lens does not mention it. */
  notesOf(mark: Mark): string[] {
    return [...mark.lead ? [LEAD_WORDS] : [], ...mark.unmentioned === true ? [this.#notMentioned] : []];
  }

  /** Each key once, in the order in which they are stacked and listed: leads late, and last what is not mentioned. */
  sorted(keys: Iterable<string>): string[] {
    return [...new Set(keys)].sort((a, b) => this.#rank(a) - this.#rank(b) || (a < b ? -1 : 1));
  }

  #rank(key: string): number {
    if (key === LEADS || key === UNMENTIONED) {
      return key === LEADS ? Number.MAX_VALUE : Infinity;
    }
    const known = this.by === 'kind' ? KIND_ORDER.indexOf(key) : this.#numbers.get(key) ?? -1;
    return known < 0 ? Number.MAX_SAFE_INTEGER : known;
  }

  get #notMentioned(): string {
    return this.lens === null ? 'Not mentioned' : `Not mentioned by ${this.lens}`;
  }
}

/** The sign of the dataset that came as the `number`th, from 0. */
export function datasetSign(number: number): Sign {
  const place = Math.min(number, DATASET_SHAPES.length - 1);
  return { shape: DATASET_SHAPES[place]!, property: `--dataset-${place + 1}`, isHollow: false };
}

export function kindInWords(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).replace(/[-_]/g, ' ');
}

/** "3 incidents", "1 lead", "3 incidents and 12 leads": a lead is never counted as an incident. */
export function countInWords(incidents: number, leads = 0): string {
  const words = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
  return leads === 0 ? words(incidents, 'incident') : incidents === 0 ? words(leads, 'lead') : `${words(incidents, 'incident')} and ${words(leads, 'lead')}`;
}

export function marksInWords(marks: readonly Mark[]): string {
  const leads = marks.reduce((count, mark) => count + (mark.lead ? 1 : 0), 0);
  return countInWords(marks.length - leads, leads);
}

export function sameDatasets(a: readonly Dataset[], b: readonly Dataset[]): boolean {
  return a.length === b.length && a.every(({ slug, title, isChosen }, i) => slug === b[i]!.slug && title === b[i]!.title && isChosen === b[i]!.isChosen);
}
