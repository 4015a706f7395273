// <chain-steps>: previous, next and play through the chain of the open incident. The page writes links; playing is the browser's.

import type { View } from '../view/view';
import { ChainPlayer, type ChainStep } from './chain-player';
import { setAttributes } from './elements';

const PLAY = '[data-chain="play"]';

/** Attribute: steps (JSON: slug, from, to of each). Each selection brings another element: what plays lives longer than they do. */
export function defineChainSteps(view: View): void {
  const player = new ChainPlayer(
    {
      get selected() { return view.selected; },
      show: (slug, window) => {
        const isSelected = view.selected === slug;
        window !== null && view.setWindow(window, isSelected ? 'settled' : 'moving'); // settles with the selection: one step, one entry in the history
        view.select(slug);
      },
    },
    { after: (milliseconds, callback) => setTimeout(callback, milliseconds), cancel: handle => clearTimeout(handle as ReturnType<typeof setTimeout>) },
    () => document.querySelectorAll('chain-steps').forEach(showPlaying));
  let followed: string | null = null;

  customElements.define('chain-steps', class extends HTMLElement {
    connectedCallback(): void {
      this.addEventListener('click', this.#onClick);
      // What is in it comes after it.
      requestAnimationFrame(() => {
        showPlaying(this);
        if (followed !== null && (document.activeElement === null || document.activeElement === document.body)) {
          this.querySelector<HTMLElement>(`a[data-chain="${followed}"]`)?.focus({ preventScroll: true });
        }
        followed = null;
      });
    }

    readonly #onClick = (event: MouseEvent): void => {
      const control = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-chain]') : null;
      if (control?.matches(PLAY)) {
        player.isPlaying ? player.stop() : player.start(JSON.parse(this.getAttribute('steps') ?? '[]') as ChainStep[]);
      } else if (control !== null && document.activeElement === control) {
        followed = control.dataset.chain!;
      }
    };
  });

  function showPlaying(steps: Element): void {
    const control = steps.querySelector(PLAY);
    const words = player.isPlaying ? 'Pause' : 'Play the chain';
    steps.toggleAttribute('data-playing', player.isPlaying);
    control !== null && setAttributes(control, { 'aria-label': words, title: `${words} (P)` });
  }

  view.listen(change => change === 'selection' && player.selectionChanged());
  // Whatever a person does, the chain waits; its own button and key know by themselves what to do.
  for (const kind of ['pointerdown', 'wheel', 'keydown'] as const) {
    addEventListener(kind, event => {
      const isOwn = event instanceof KeyboardEvent ? event.key.toLowerCase() === 'p' || event.target instanceof Element && event.target.matches(PLAY)
        : event.target instanceof Element && event.target.closest(PLAY) !== null;
      isOwn || player.stop();
    }, { capture: true, passive: true });
  }
}
