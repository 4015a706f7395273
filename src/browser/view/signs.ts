// What colours and shapes tell apart: the kinds of incidents, or the datasets that they come from. Leads stand apart in both.

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
  /** Leads are hollow and dashed. */
  readonly isHollow: boolean;
}

/** The key of leads wherever marks are counted by key; no kind and no dataset is called so. */
export const LEADS = ' leads';

/** In words, for legends and tips. */
export const LEAD_WORDS = 'Lead: machine-coded, not checked';

/** The shapes of datasets, so that colour is never the only sign; all beyond the last share it. */
export const DATASET_SHAPES: readonly Shape[] = ['disc', 'triangle', 'square', 'diamond', 'cross', 'pentagon', 'star', 'ring'];

export class Signs {
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(readonly by: ColourBy = 'kind', readonly datasets: readonly Dataset[] = []) {
    this.#numbers = new Map(datasets.map(({ slug }, number) => [slug, number]));
  }

  /** What a mark is counted as. */
  keyOf(mark: Mark): string {
    return mark.lead ? LEADS : this.by === 'kind' ? mark.kind : mark.dataset;
  }

  /** How a mark looks by itself: a lead keeps its shape and colour, and is hollow. */
  of(mark: Mark): Sign {
    const key = this.by === 'kind' ? mark.kind : mark.dataset;
    return { ...this.ofKey(key), isHollow: mark.lead };
  }

  /** How marks look that are counted together. */
  ofKey(key: string): Sign {
    if (key === LEADS) {
      return { shape: 'disc', property: '--lead', isHollow: true };
    }
    return this.by === 'kind' ? { ...appearance(key), isHollow: false } : datasetSign(this.#numbers.get(key) ?? DATASET_SHAPES.length);
  }

  /** "Armed clash", "UCDP GED", "Leads". */
  label(key: string): string {
    return key === LEADS ? 'Leads' : this.by === 'kind' ? kindInWords(key) : this.datasets[this.#numbers.get(key) ?? -1]?.title ?? key;
  }

  /** Each key once, in the order in which they are stacked and listed: leads last. */
  sorted(keys: Iterable<string>): string[] {
    return [...new Set(keys)].sort((a, b) => this.#rank(a) - this.#rank(b) || (a < b ? -1 : 1));
  }

  #rank(key: string): number {
    if (key === LEADS) {
      return Infinity;
    }
    const known = this.by === 'kind' ? KIND_ORDER.indexOf(key) : this.#numbers.get(key) ?? -1;
    return known < 0 ? Number.MAX_SAFE_INTEGER : known;
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
