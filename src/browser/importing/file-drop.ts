// <file-drop>: a form with a file in it. A file that is chosen, or dropped anywhere on the page, is on its way at once.

import { button, element, setText } from '../page/elements';
import { listenForFiles } from './page-drop';
import { upload } from './upload';

export function defineFileDrop(): void {
  customElements.define('file-drop', class extends HTMLElement {
    #stop: (() => void) | null = null;

    connectedCallback(): void {
      const drop = new FileDrop(this);
      this.#stop = () => drop.dispose();
      this.toggleAttribute('data-live', true);
    }

    disconnectedCallback(): void {
      this.#stop?.();
      this.#stop = null;
    }
  });
}

class FileDrop {
  readonly #owner: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #progress: HTMLElement;
  readonly #problem: HTMLElement;
  readonly #stops: (() => void)[];

  constructor(owner: HTMLElement) {
    this.#owner = owner;
    this.#input = owner.querySelector('input[type=file]')!;
    this.#progress = owner.querySelector('.drop-progress')!;
    this.#problem = owner.querySelector('.drop-problem')!;
    this.#input.addEventListener('change', this.#chosen);
    this.#stops = [
      listenForFiles({ over: isOver => owner.toggleAttribute('data-over', isOver), dropped: file => void this.#send(file) }),
      () => this.#input.removeEventListener('change', this.#chosen),
    ];
  }

  dispose(): void {
    this.#stops.forEach(stop => stop());
  }

  readonly #chosen = (): void => {
    const file = this.#input.files?.[0];
    if (file !== undefined) {
      void this.#send(file);
    }
  };

  async #send(file: File): Promise<void> {
    const stop = new AbortController();
    const bar = element('div', 'progress-bar');
    const track = element('div', 'progress', bar);
    track.setAttribute('role', 'progressbar');
    track.setAttribute('aria-label', `Sending ${file.name}`);
    const words = element('p', 'import-speed', '');
    words.dir = 'auto';
    this.#progress.replaceChildren(track, words, button('button', 'Cancel the upload', () => stop.abort(), 'Cancel'));
    this.#show(true, '');
    try {
      location.assign(await upload(file, share => {
        const percent = Math.round(share * 100);
        bar.style.inlineSize = `${percent}%`;
        track.setAttribute('aria-valuenow', String(percent));
        setText(words, percent < 100 ? `Sending ${file.name}, ${percent} %` : `Looking at ${file.name}`);
      }, stop.signal));
    } catch (problem) {
      this.#show(false, problem instanceof Error ? problem.message : String(problem));
      this.#input.value = '';
    }
  }

  #show(isBusy: boolean, problem: string): void {
    this.#owner.toggleAttribute('data-busy', isBusy);
    this.#progress.hidden = !isBusy;
    this.#problem.hidden = problem === '';
    setText(this.#problem, problem);
  }
}
