// <explore-view>: what the page says in attributes becomes the view; what a person does in the browser becomes one event.

import { Address, formatQuery, rebase } from './address';
import type { Clock } from './marks';
import type { RelationView } from './relations';
import type { ColourBy, Dataset } from './signs';
import type { PlayMode, View, Viewport } from './view';

const MODES: readonly PlayMode[] = ['window', 'cumulative', 'trailing'];
const COLOURS: readonly ColourBy[] = ['kind', 'dataset'];
const RELATIONS: readonly RelationView[] = ['selection', 'all'];
const CLOCKS: readonly Clock[] = ['utc', 'local', 'us-eastern'];

/**
 * Attributes: marks (address), tiles (`/data/{revision}` where the incidents are many, else absent), from, to (ISO instants, `to` exclusive), selected, clock, mode, viewport ("lat,lon,zoom"),
 * colour (kind, dataset), relations (selection, all), datasets (JSON: slug, title, isChosen of each), lens (whose account the view is looked at through, by name; else absent), query (what the page last knew of the address) and
 * told (present when the page only repeats what it was told). A guest is shown in a frame of another page.
 */
export function defineExploreView(view: View, isGuest = false): void {
  customElements.define('explore-view', class extends HTMLElement {
    static readonly observedAttributes = ['marks', 'tiles', 'from', 'to', 'selected', 'clock', 'mode', 'viewport', 'colour', 'relations', 'datasets', 'lens', 'query', 'told'];
    #isScheduled = false;

    connectedCallback(): void {
      this.#schedule();
    }

    attributeChangedCallback(): void {
      this.#schedule();
    }

    /** The page changes several attributes in one go; they are read together. */
    #schedule(): void {
      if (!this.#isScheduled) {
        this.#isScheduled = true;
        queueMicrotask(() => {
          this.#isScheduled = false;
          if (this.isConnected) {
            adopt(this, view);
          }
        });
      }
    }
  });

  new Address(view, query => {
    document.querySelector('explore-view')?.dispatchEvent(new CustomEvent('viewchanged', { bubbles: true, detail: { query } }));
  }, isGuest);
  document.addEventListener('click', followFromHere, { capture: true });
}

function adopt(element: HTMLElement, view: View): void {
  if (!element.hasAttribute('told')) {
    view.adopt({
      window: { from: instant(element.getAttribute('from')), to: instant(element.getAttribute('to')) },
      selected: element.getAttribute('selected') || null,
      clock: oneOf(CLOCKS, element.getAttribute('clock')),
      mode: oneOf(MODES, element.getAttribute('mode')),
      colour: oneOf(COLOURS, element.getAttribute('colour')),
      relations: oneOf(RELATIONS, element.getAttribute('relations')),
      datasets: JSON.parse(element.getAttribute('datasets') || '[]') as Dataset[],
      lens: element.getAttribute('lens'),
      viewport: viewport(element.getAttribute('viewport')),
    });
  }
  const marks = element.getAttribute('marks');
  if (marks !== null) {
    void view.load(marks, element.getAttribute('tiles'));
  }
}

/** Links of the view are written by the page; if the browser has moved on since, they are followed from where it is now. */
function followFromHere(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  const known = document.querySelector('explore-view')?.getAttribute('query');
  if (link !== null && known !== undefined && known !== null && link.origin === location.origin && link.pathname === location.pathname && link.hash === '') {
    const here = new URLSearchParams(location.search);
    if (here.toString() !== new URLSearchParams(known).toString()) {
      link.search = formatQuery(rebase(link.search, known, location.search));
    }
  }
}

function instant(text: string | null): number | null {
  const time = text ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : time;
}

function viewport(text: string | null): Viewport | null {
  const [lat, lon, zoom] = (text ?? '').split(',').map(Number);
  return text && Number.isFinite(lat) && Number.isFinite(lon) && Number.isFinite(zoom) ? { lat: lat!, lon: lon!, zoom: zoom! } : null;
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T {
  return values.find(known => known === value) ?? values[0]!;
}
