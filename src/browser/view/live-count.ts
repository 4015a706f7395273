// <live-count>: the number of incidents (of="leads": of leads; of="mentioned": of those that the lens mentions) that the server counted, until time moves; then the browser's own,
// every frame.

import { DrawnWords } from '../page/drawn-words';
import { element, setText } from '../page/elements';
import { NextFrame } from '../page/next-frame';
import type { View } from './view';
import { isWindowMoving } from './window';

const NUMBER = new Intl.NumberFormat('en'); // made once: a number is written at every frame

export function defineLiveCount(view: View): void {
  customElements.define('live-count', class extends HTMLElement {
    #stop: (() => void) | null = null;

    connectedCallback(): void {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const number = element('span', '');
      const words = new DrawnWords([number]);
      let isMoving = false;
      const slot = document.createElement('slot');
      root.replaceChildren(slot);
      const show = (): void => {
        if (view.marks === null || view.loading === 'failed') {
          words.write();
          root.replaceChildren(slot); // what the server counted shows through
          return;
        }
        const { incidents, leads, mentioned } = view.count();
        const of = this.getAttribute('of');
        setText(number, NUMBER.format(of === 'leads' ? leads : of === 'mentioned' ? mentioned : incidents));
        if (!number.isConnected) {
          root.replaceChildren(...words.elements);
        }
        isMoving ? words.draw() : words.write();
      };
      const showing = new NextFrame(show);
      show();
      const stop = view.listen((change, phase) => {
        isMoving = isWindowMoving(change, phase, isMoving);
        if (isMoving ? change === 'window' || change === 'density' : change !== 'hover' && change !== 'viewport') {
          showing.ask();
        }
      });
      this.#stop = () => {
        stop();
        showing.cancel();
      };
    }

    disconnectedCallback(): void {
      this.#stop?.();
    }
  });
}
