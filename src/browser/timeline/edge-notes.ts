// How many incidents lie before and after what is shown; a click brings them into sight.

import { button } from '../page/elements';
import type { Track } from './track';

export class EdgeNotes {
  readonly #track: Track;
  readonly #earlier: Note;
  readonly #later: Note;

  constructor(stage: HTMLElement, track: Track) {
    this.#track = track;
    this.#earlier = new Note('timeline-edge timeline-edge-start', count => `◂ ${count} earlier`, () => track.showEarlier());
    this.#later = new Note('timeline-edge timeline-edge-end', count => `${count} later ▸`, () => track.showLater());
    stage.append(this.#earlier.button, this.#later.button);
  }

  update(): void {
    const { earlier, later, marks, scale } = this.#track.picture;
    const selected = marks.indexOf(this.#track.view.selected);
    const time = this.#track.selectedTime;
    const [first, last] = selected < 0 ? [time, time] : [marks.earliest[selected]!, marks.latest[selected]!];
    this.#earlier.show(earlier, last !== null && last < scale.from);
    this.#later.show(later, first !== null && first > scale.to);
  }
}

/** Asked at every frame, says something new only now and then. */
class Note {
  readonly button: HTMLButtonElement;
  readonly #words: (count: string) => string;
  #count = 0;
  #holdsSelected: boolean | null = null;

  constructor(className: string, words: (count: string) => string, clicked: () => void) {
    this.#words = words;
    this.button = button(className, '', clicked);
    this.button.hidden = true; // until there is something to say
    this.button.removeAttribute('aria-label');
    this.button.addEventListener('pointerdown', event => event.stopPropagation());
  }

  show(count: number, holdsSelected: boolean): void {
    if (count !== this.#count) {
      this.#count = count;
      this.button.hidden = count === 0;
      this.button.textContent = this.#words(count.toLocaleString('en'));
    }
    if (holdsSelected !== this.#holdsSelected) {
      this.#holdsSelected = holdsSelected;
      this.button.title = holdsSelected ? 'Show them; the selected incident is among them' : 'Show them';
      this.button.toggleAttribute('data-selected', holdsSelected);
    }
  }
}
