// <known-scrubber>: chooses the day whose knowledge the view shows. The day is shown while it moves; the page is asked when it rests.

import { element, setText } from '../page/elements';
import { formatQuery, withValues } from '../view/address';
import { dayAfterMonths, KnownDays, wordsOf } from './days';

const REST = 300; // milliseconds

/** Attributes: first and day (as 2024-02-03; no day is the present), changes (days after the first on which something became known, ascending). */
export function defineKnownScrubber(): void {
  customElements.define('known-scrubber', class extends HTMLElement {
    static readonly observedAttributes = ['first', 'day', 'changes'];
    readonly #input = element('input', 'known-input');
    readonly #bubble = element('output', 'known-bubble');
    #days = new KnownDays('1970-01-01', [0]);
    #timer: ReturnType<typeof setTimeout> | undefined;

    connectedCallback(): void {
      this.#input.type = 'range';
      this.#input.setAttribute('aria-label', 'As known on');
      this.#input.addEventListener('input', this.#moved);
      this.#input.addEventListener('change', this.#rested);
      this.#input.addEventListener('keydown', this.#key);
      document.addEventListener('change', this.#opened);
      this.append(this.#input, this.#bubble);
      this.#adopt();
    }

    disconnectedCallback(): void {
      document.removeEventListener('change', this.#opened);
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#input.removeEventListener('input', this.#moved);
      this.#input.removeEventListener('change', this.#rested);
      this.#input.removeEventListener('keydown', this.#key);
    }

    /** What the page says is older than what a person does at this moment. */
    attributeChangedCallback(): void {
      if (this.isConnected && this.#timer === undefined) {
        this.#adopt();
      }
    }

    #adopt(): void {
      const day = this.getAttribute('day');
      this.#days = new KnownDays(this.getAttribute('first') ?? '', (this.getAttribute('changes') ?? '0').split(',').map(Number));
      this.#input.max = String(this.#days.end);
      this.#input.value = String(day === null ? this.#days.end : this.#days.placeOf(day));
      this.#say(day === null ? 'now' : wordsOf(day));
    }

    #say(words: string): void {
      setText(this.#bubble, words);
      this.#input.setAttribute('aria-valuetext', words);
      this.style.setProperty('--at', String(this.#place / Math.max(1, this.#days.end)));
    }

    /** Who opens it wants to move it. */
    readonly #opened = ({ target }: Event): void => {
      if (target instanceof HTMLInputElement && target.id === 'show-known' && target.checked) {
        this.#input.focus();
      }
    };

    readonly #moved = (): void => {
      this.#say(wordsOf(this.#chosen));
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#rested, REST);
    };

    readonly #rested = (): void => {
      if (this.#timer !== undefined) {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        show(this.#chosen);
      }
    };

    readonly #key = (event: KeyboardEvent): void => {
      const place = event.ctrlKey || event.metaKey || event.altKey ? null : this.#placeFor(event.key);
      if (place !== null) {
        event.preventDefault();
        event.stopPropagation();
        const before = this.#place;
        this.#input.value = String(place);
        if (this.#place !== before) {
          this.#moved();
        }
      }
    };

    #placeFor(key: string): number | null {
      const isMirrored = getComputedStyle(this).direction === 'rtl';
      switch (key) {
        case 'ArrowUp': return this.#days.next(this.#place, 1);
        case 'ArrowDown': return this.#days.next(this.#place, -1);
        case 'ArrowRight': return this.#days.next(this.#place, isMirrored ? -1 : 1);
        case 'ArrowLeft': return this.#days.next(this.#place, isMirrored ? 1 : -1);
        case 'PageUp': return this.#days.placeOf(dayAfterMonths(this.#chosen, 1));
        case 'PageDown': return this.#days.placeOf(dayAfterMonths(this.#chosen, -1));
        case 'Home': return 0;
        case 'End': return this.#days.end;
        default: return null;
      }
    }

    get #place(): number {
      return Number(this.#input.value);
    }

    get #chosen(): string {
      return this.#days.dayAt(this.#place);
    }
  });
}

/** An open page draws the day itself; one without a circuit is fetched. */
function show(day: string): void {
  const query = formatQuery(withValues(location.search, { asof: day }));
  if (query === location.search) {
    return;
  }
  if (document.querySelector('.explore')?.getAttribute('data-circuit') === 'alive') {
    history.pushState(history.state, '', location.pathname + query);
    document.querySelector('explore-view')?.dispatchEvent(new CustomEvent('viewchanged', { bubbles: true, detail: { query } }));
  } else {
    location.assign(location.pathname + query);
  }
}
