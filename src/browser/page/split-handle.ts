// <split-handle>: the border between map and timeline, moved by pointer or arrow keys.

import { largest, setSplit, SMALLEST } from './split-size';

const STEP = 16; // pixels

export function defineSplitHandle(): void {
  customElements.define('split-handle', class extends HTMLElement {
    connectedCallback(): void {
      this.tabIndex = 0;
      this.setAttribute('role', 'separator');
      this.setAttribute('aria-orientation', 'horizontal');
      this.setAttribute('aria-label', 'Height of the timeline');
      this.addEventListener('pointerdown', this.#drag);
      this.addEventListener('keydown', this.#key);
      this.#say(this.#height());
    }

    disconnectedCallback(): void {
      this.removeEventListener('pointerdown', this.#drag);
      this.removeEventListener('keydown', this.#key);
    }

    readonly #drag = (start: PointerEvent): void => {
      const height = this.#height();
      const move = (event: PointerEvent): void => this.#say(setSplit(height + start.clientY - event.clientY));
      const stop = (): void => {
        this.removeEventListener('pointermove', move);
        this.removeEventListener('pointerup', stop);
        this.removeEventListener('pointercancel', stop);
      };
      this.setPointerCapture(start.pointerId);
      this.addEventListener('pointermove', move);
      this.addEventListener('pointerup', stop);
      this.addEventListener('pointercancel', stop);
      start.preventDefault();
    };

    readonly #key = (event: KeyboardEvent): void => {
      const height = { ArrowUp: this.#height() + STEP, ArrowDown: this.#height() - STEP, Home: SMALLEST, End: largest() }[event.key];
      if (height !== undefined) {
        this.#say(setSplit(height));
        event.preventDefault();
        event.stopPropagation();
      }
    };

    #height(): number {
      return document.querySelector('incident-timeline')?.getBoundingClientRect().height ?? SMALLEST;
    }

    #say(height: number): void {
      this.setAttribute('aria-valuemin', String(SMALLEST));
      this.setAttribute('aria-valuemax', String(largest()));
      this.setAttribute('aria-valuenow', String(Math.round(height)));
    }
  });
}
