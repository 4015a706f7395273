// How incidents stand to each other, as the server tells it: who came because of whom, in whose words, and how sure that is.

import { answerOf } from './answer';
import type { Mark } from './marks';

/** Of which incidents relations are drawn: of the selected one and its chain, or of all in the view. */
export type RelationView = 'selection' | 'all';

/** uncertain: of low confidence; contradicted: a source says so, the record says otherwise. */
export type Standing = 'asserted' | 'uncertain' | 'contradicted';

/** In the direction in which its arrow goes: from an action to what came of it, from a whole to its part. */
export interface Relation {
  id: string;
  /** Slugs. */
  from: string;
  to: string;
  /** "Drew retaliation": read along the arrow. */
  words: string;
  /** "5.8 days later"; null where it says nothing, or is not known. */
  lag: string | null;
  standing: Standing;
  /** Who says so and how sure that is. */
  says: string;
  note: string | null;
  /** True where it joins an action and what came because of it: chains are made of these. */
  step: boolean;
}

export interface Relations {
  all: Relation[];
  /** There are more than are told. */
  isCut: boolean;
  /** Incidents at their ends that the view may not know otherwise. */
  incidents: Mark[];
}

/** A relation that is to be seen. */
export interface ShownRelation {
  readonly relation: Relation;
  /** Of the selected incident or of its chain; others stay in the background. */
  readonly isOfSelection: boolean;
}

export const NO_RELATIONS: Relations = { all: [], isCut: false, incidents: [] };

/** All of what is selected, its chain in both directions, and where they are asked for those of all others. */
export function shownRelations(all: readonly Relation[], selected: string | null, shows: RelationView): ShownRelation[] {
  const chain = chainOf(all, selected);
  const isOfSelection = (relation: Relation): boolean =>
    relation.from === selected || relation.to === selected || relation.step && chain.has(relation.from);
  return all.map(relation => ({ relation, isOfSelection: selected !== null && isOfSelection(relation) }))
    .filter(shown => shows === 'all' || shown.isOfSelection);
}

/** The slugs that steps join with one, however many; itself alone where none does. */
export function chainOf(all: readonly Relation[], slug: string | null): ReadonlySet<string> {
  const chain = new Set<string>(slug === null ? [] : [slug]);
  const steps = all.filter(({ step }) => step);
  for (let size = 0; size !== chain.size;) {
    size = chain.size;
    for (const { from, to } of steps) {
      if (chain.has(from) || chain.has(to)) {
        chain.add(from).add(to);
      }
    }
  }
  return chain;
}

/** Where the relations of a view's marks are; with an incident those of it and of its chain alone. */
export function addressOfRelations(marks: string, incident: string | null): string {
  const address = marks.replace(/\/marks(?=\?|$)/, '/relations');
  return incident === null ? address : `${address}${address.includes('?') ? '&' : '?'}incident=${encodeURIComponent(incident)}`;
}

/** Fetches relations; what was there stays until the new is. */
export class RelationsSource {
  readonly #changed: () => void;
  #address: string | null = null;
  #running: AbortController | null = null;
  #relations = NO_RELATIONS;
  #isFailed = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get relations(): Relations { return this.#relations; }
  /** They could not be loaded; the next question asks again. */
  get isFailed(): boolean { return this.#isFailed; }

  find(slug: string): Mark | null {
    return this.#relations.incidents.find(mark => mark.slug === slug) ?? null;
  }

  /** Null: there is nothing to show. */
  async ask(address: string | null): Promise<void> {
    if (address === this.#address && !this.#isFailed) {
      return;
    }
    this.#running?.abort();
    this.#address = address;
    if (address === null) {
      this.#take(NO_RELATIONS, false);
      return;
    }
    const mine = new AbortController();
    this.#running = mine;
    try {
      this.#take(await (await answerOf(address, mine.signal)).json() as Relations, false);
    } catch {
      if (!mine.signal.aborted) {
        this.#take(NO_RELATIONS, true);
      }
    }
  }

  #take(relations: Relations, isFailed: boolean): void {
    this.#relations = relations;
    this.#isFailed = isFailed;
    this.#changed();
  }
}
