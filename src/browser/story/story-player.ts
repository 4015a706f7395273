// <story-player>: shows one step of a story at a time, and takes map and timeline there. The address names the step.

import { setText } from '../page/elements';
import type { View } from '../view/view';
import { Flight, spanOf } from './flight';
import { readingTime, readStep, type StoryStep } from './story-step';
import { listenToSwipes } from './swipe';

export interface StoryPlayer {
  step(direction: -1 | 1): void;
  togglePlay(): void;
}

/** Why another step is shown: a person chose it, the address did, or it is played. */
type Cause = 'choice' | 'address' | 'play';

let live: StoryPlayer | null = null;

export function storyPlayer(): StoryPlayer | null {
  return live;
}

/** `fit` shows all incidents of the window on the map. */
export function defineStoryPlayer(view: View, fit: () => void): void {
  customElements.define('story-player', class extends HTMLElement implements StoryPlayer {
    readonly #flight = new Flight();
    readonly #items = [...this.querySelectorAll<HTMLElement>('.story-step')];
    readonly #steps = this.#items.map(item => readStep(item.dataset));
    readonly #list = this.querySelector<HTMLElement>('.story-steps')!;
    readonly #dots = [...this.querySelectorAll<HTMLAnchorElement>('.story-dots a')];
    #at = 0;
    #timer: ReturnType<typeof setTimeout> | undefined;

    get #isPlaying(): boolean { return this.#timer !== undefined; }
    get #isGuest(): boolean { return this.hasAttribute('data-guest'); }
    get #last(): number { return this.#items.length - 1; }

    connectedCallback(): void {
      live = this;
      for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-do]')) {
        button.hidden = false;
        button.addEventListener('click', () => button.dataset['do'] === 'play' ? this.togglePlay() : this.step(button.dataset['do'] === 'next' ? 1 : -1));
      }
      this.querySelector<HTMLElement>('.story-controls')!.hidden = this.#last === 0;
      listenToSwipes(this.querySelector<HTMLElement>('.story-panel')!, direction => this.step(direction));
      for (const part of this.querySelectorAll('.story-room, .story-floor')) {
        for (const kind of ['pointerdown', 'wheel', 'keydown']) {
          part.addEventListener(kind, () => this.#letGo(), { capture: true, passive: true });
        }
      }
      addEventListener('hashchange', () => this.#go(this.#addressed(), 'address'));
      this.#at = location.hash === '' ? Math.max(0, this.#items.findIndex(item => item.hasAttribute('data-current'))) : this.#addressed();
      this.#mark();
      this.#open(this.#shown());
      this.toggleAttribute('data-live', true);
    }

    step(direction: -1 | 1): void {
      this.#pause();
      this.#go(this.#at + direction, 'choice');
    }

    togglePlay(): void {
      if (this.#isPlaying) {
        this.#pause();
      } else {
        this.#go(this.#at === this.#last ? 0 : this.#at === 0 ? 1 : this.#at, 'play');
        this.#wait();
      }
    }

    /** What is shown: the title shows the first step's view. */
    #shown(): StoryStep | null {
      return this.#steps[Math.max(1, this.#at)] ?? null;
    }

    #go(index: number, cause: Cause): void {
      if (index < 0 || index > this.#last || index === this.#at) {
        return;
      }
      if (cause === 'address') {
        this.#pause();
      }
      const before = this.#shown();
      this.#at = index;
      this.#mark();
      this.#list.scrollTop = 0;
      if (cause !== 'address') {
        this.#write(cause === 'play' || this.#isGuest);
      }
      setText(this.querySelector('[data-said]')!, `${index === 0 ? '' : `Step ${index} of ${this.#last}: `}${this.#items[index]!.dataset['heading'] ?? ''}`);
      const step = this.#shown();
      if (step !== null && step !== before) {
        this.#fly(step);
      }
    }

    /** The step that the address names; the title where it names none. */
    #addressed(): number {
      const number = Number(location.hash.slice(1));
      return Number.isInteger(number) && number > 0 && number <= this.#last ? number : 0;
    }

    #write(inPlace: boolean): void {
      const address = `${location.pathname}${this.#isGuest ? location.search : ''}${this.#at === 0 ? '' : `#${this.#at}`}`;
      inPlace ? history.replaceState(history.state, '', address) : history.pushState(history.state, '', address);
    }

    #mark(): void {
      this.#items.forEach((item, index) => item.toggleAttribute('data-current', index === this.#at));
      this.#dots.forEach((dot, index) => index === this.#at ? dot.setAttribute('aria-current', 'step') : dot.removeAttribute('aria-current'));
      for (const button of this.querySelectorAll<HTMLButtonElement>('.story-controls button')) {
        const isEnd = button.dataset['do'] === 'previous' ? this.#at === 0 : button.dataset['do'] === 'next' && this.#at === this.#last;
        button.setAttribute('aria-disabled', `${isEnd}`); // and not disabled: the focus stays on it
      }
    }

    /** The first step is there at once. */
    #open(step: StoryStep | null): void {
      if (step !== null) {
        view.adopt(step);
        this.#load(step);
      }
    }

    #fly(step: StoryStep): void {
      const start = { viewport: view.viewport, span: spanOf(view.window, view.marks?.extent ?? null) };
      const end = { viewport: step.viewport, span: spanOf(step.window, view.marks?.extent ?? null) };
      // What is selected would draw the map to itself: it comes at the end.
      view.adopt({ ...step, window: view.window, viewport: null, selected: null });
      const isLoaded = this.#load(step);
      this.#flight.start(start, end, place => {
        if (place.span !== null) {
          view.setWindow(place.span, 'moving');
        }
        if (place.viewport !== null) {
          view.setViewport(place.viewport, 'moving');
        }
      }, () => {
        view.setWindow(step.window, 'settled');
        if (step.viewport !== null) {
          view.setViewport(step.viewport, 'settled');
        }
        view.adopt(step);
        if (step.viewport === null) {
          void isLoaded.then(() => step === this.#shown() && fit());
        }
      });
    }

    #load(step: StoryStep): Promise<void> {
      return step.marks === null ? Promise.resolve() : view.load(step.marks, step.tiles);
    }

    /** Somebody takes map or timeline in hand: the story does not pull them away. */
    #letGo(): void {
      this.#flight.stop();
      this.#pause();
    }

    #wait(): void {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      if (this.#at < this.#last) {
        this.#timer = setTimeout(() => {
          this.#go(this.#at + 1, 'play');
          this.#wait();
        }, readingTime(this.#items[this.#at]!.innerText));
      }
      this.#showPlaying();
    }

    #pause(): void {
      if (this.#isPlaying) {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#showPlaying();
      }
    }

    #showPlaying(): void {
      const button = this.querySelector<HTMLButtonElement>('button[data-do=play]')!;
      button.setAttribute('aria-pressed', `${this.#isPlaying}`);
      button.title = this.#isPlaying ? 'Pause (Space)' : 'Play (Space)';
    }
  });
}
