// <bottom-sheet>: on a phone, one sheet with three stops. Its first child with data-sheet-handle is what a finger drags.

const STOPS = ['low', 'half', 'full'] as const;
type Stop = typeof STOPS[number];

const FLICK = 24; // pixels a finger travels before it means the next stop

export function defineBottomSheet(): void {
  let chosen: Stop | null = null; // by a person; the element is another one once the circuit has started

  customElements.define('bottom-sheet', class extends HTMLElement {
    static readonly observedAttributes = ['data-opened'];

    /** What was opened must be seen: a low sheet rises for it. */
    attributeChangedCallback(_name: string, before: string | null, opened: string | null): void {
      if (opened !== null && opened !== before && this.#stop === 'low') {
        this.dataset.stop = 'half';
      }
    }

    connectedCallback(): void {
      this.dataset.stop = chosen ?? this.#stop;
      this.addEventListener('pointerdown', this.#drag);
      this.addEventListener('click', this.#click);
    }

    disconnectedCallback(): void {
      this.removeEventListener('pointerdown', this.#drag);
      this.removeEventListener('click', this.#click);
    }

    get #stop(): Stop {
      return STOPS.find(stop => stop === this.dataset.stop) ?? 'low';
    }

    #move(by: number): void {
      const next = Math.max(0, Math.min(STOPS.length - 1, STOPS.indexOf(this.#stop) + by));
      this.dataset.stop = chosen = STOPS[next]!;
    }

    readonly #click = (event: MouseEvent): void => {
      if (event.target instanceof Element && event.target.closest('[data-sheet-handle]') !== null) {
        this.dataset.stop = chosen = this.#stop === 'full' ? 'low' : STOPS[STOPS.indexOf(this.#stop) + 1]!;
      }
    };

    readonly #drag = (start: PointerEvent): void => {
      if (!(start.target instanceof Element) || start.target.closest('[data-sheet-handle]') === null) {
        return;
      }
      const stop = (end: PointerEvent): void => {
        removeEventListener('pointerup', stop);
        removeEventListener('pointercancel', stop);
        const travelled = end.clientY - start.clientY;
        if (Math.abs(travelled) > FLICK) {
          this.#move(travelled < 0 ? 1 : -1);
          swallowClick();
        }
      };
      addEventListener('pointerup', stop);
      addEventListener('pointercancel', stop);
    };
  });
}

/** The click that a browser sends after a drag is not meant. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation();
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}
