// What choosing something on the map does: one incident is selected, several come apart by zooming in, or, if they never
// would, are listed.

import type { Mark } from '../view/marks';
import { countInWords } from '../view/signs';
import type { View } from '../view/view';
import { holds } from './density/lattice';
import type { PileMarks } from './density/pile-marks';
import { leadsOf, type Pile } from './density/piles';
import type { Hit } from './hit';
import { around, boxOf, type Square } from './home';
import type { IncidentList } from './incident-list';
import type { Layers } from './layers';
import { type Point, toSquare, worldSize } from './projection';
import { groupingZoom } from './symbols';
import type { Whereabouts } from './whereabouts';

const APART = 8; // pixels, at the deepest zoom, between what can be told apart
const STEP = 2; // zooms nearer, when a ring comes apart

export class Choosing {
  readonly #view: View;
  readonly #layers: Layers;
  readonly #pileMarks: PileMarks;
  readonly #where: Whereabouts;
  readonly #list: IncidentList;
  readonly #maxZoom: number;
  /** Counts what was chosen: an answer to something older changes nothing. */
  #choice = 0;

  constructor(view: View, layers: Layers, pileMarks: PileMarks, where: Whereabouts, list: IncidentList, maxZoom: number) {
    this.#view = view;
    this.#layers = layers;
    this.#pileMarks = pileMarks;
    this.#where = where;
    this.#list = list;
    this.#maxZoom = maxZoom;
  }

  /** `beside` is where on the screen the thing is, and its radius: a list opens there. */
  choose(hit: Hit, beside: Point & { radius: number }): void {
    this.#choice++;
    const ring = hit.type === 'symbol' && hit.symbol.type === 'ring' ? hit.symbol : null;
    const zoom = ring === null ? null : this.#layers.marks.splitZoom(ring, this.#maxZoom);
    if (hit.marks.length === 1) {
      this.#view.select(hit.marks[0]!.slug);
    } else if (hit.type === 'pile') {
      void this.#choosePile(hit.pile, beside);
    } else if (ring !== null && zoom !== null) {
      this.#where.approach(this.#layers.marks.groundOf(ring), zoom);
    } else {
      this.#list.open(hit.marks, beside.x, beside.y, beside.radius);
    }
  }

  async #choosePile(pile: Pile, beside: Point & { radius: number }): Promise<void> {
    const ground = around(this.#layers.density.tally?.squaresOf(pile) ?? []);
    if (ground.left > ground.right) {
      return; // other tiles came in this very moment
    }
    const zoom = groupingZoom(this.#layers.frame!.zoom);
    const isDeepest = zoom >= this.#maxZoom;
    if (pile.cell === null && !isDeepest) {
      this.#where.approach(corners(ground), zoom + 1, zoom + STEP);
      return;
    }
    const choice = this.#choice;
    if (isDeepest && pile.count > 1) {
      this.#list.openEmpty(countInWords(pile.count - leadsOf(pile), leadsOf(pile)), beside.x, beside.y, beside.radius);
    }
    const marks = await this.#pileMarks.ask(pile);
    if (choice !== this.#choice) {
      return;
    }
    if (pile.count === 1 && marks?.length === 1) {
      this.#view.select(marks[0]!.slug);
    } else if (isDeepest) {
      this.#list.fill(marks);
    } else if (marks === null) {
      this.#where.approach(corners(ground), zoom + 1, zoom + STEP);
    } else {
      this.#part(marks, ground, zoom, beside);
    }
  }

  /** The incidents of one cell: nearer if they come apart there, else a list. */
  #part(marks: readonly Mark[], ground: Square, zoom: number, { x, y, radius }: Point & { radius: number }): void {
    const places = marks.flatMap(mark => mark.locations).map(({ lat, lon }) => toSquare(lat, lon))
      .filter(place => holds(ground, place));
    const box = boxOf(places);
    if (Math.max(box.right - box.left, box.bottom - box.top) * worldSize(this.#maxZoom) > APART) {
      this.#where.approach(corners(box), zoom + 1, this.#maxZoom);
    } else {
      this.#list.open(marks, x, y, radius);
    }
  }
}

function corners({ left, top, right, bottom }: Square): Point[] {
  return [{ x: left, y: top }, { x: right, y: bottom }];
}
