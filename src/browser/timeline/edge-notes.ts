// How many incidents lie before and after what is shown; a click brings them into sight.

import { button, setAttributes, setText } from '../page/elements';
import type { Track } from './track';

export class EdgeNotes {
  readonly #track: Track;
  readonly #earlier: HTMLButtonElement;
  readonly #later: HTMLButtonElement;

  constructor(stage: HTMLElement, track: Track) {
    this.#track = track;
    this.#earlier = button('timeline-edge timeline-edge-start', '', () => track.showEarlier());
    this.#later = button('timeline-edge timeline-edge-end', '', () => track.showLater());
    for (const note of [this.#earlier, this.#later]) {
      note.hidden = true; // until there is something to say
      note.removeAttribute('aria-label');
      note.addEventListener('pointerdown', event => event.stopPropagation());
    }
    stage.append(this.#earlier, this.#later);
  }

  update(): void {
    const { earlier, later, marks, scale } = this.#track.picture;
    const selected = marks.indexOf(this.#track.view.selected);
    const time = this.#track.selectedTime;
    const [first, last] = selected < 0 ? [time, time] : [marks.earliest[selected]!, marks.latest[selected]!];
    show(this.#earlier, earlier, count => `◂ ${count} earlier`, last !== null && last < scale.from);
    show(this.#later, later, count => `${count} later ▸`, first !== null && first > scale.to);
  }
}

function show(note: HTMLButtonElement, count: number, words: (count: string) => string, holdsSelected: boolean): void {
  note.toggleAttribute('hidden', count === 0);
  setAttributes(note, { title: holdsSelected ? 'Show them; the selected incident is among them' : 'Show them' });
  note.toggleAttribute('data-selected', holdsSelected);
  setText(note, words(count.toLocaleString('en')));
}
