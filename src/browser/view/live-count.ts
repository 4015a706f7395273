// <live-count>: the number that the server counted, until time moves; then the browser's own, every frame.

import type { View } from './view';

export function defineLiveCount(view: View): void {
  customElements.define('live-count', class extends HTMLElement {
    #stop: (() => void) | null = null;

    connectedCallback(): void {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const number = document.createTextNode('');
      root.replaceChildren(document.createElement('slot'));
      const show = (): void => {
        if (view.marks === null) {
          return; // what the server counted shows through
        }
        const text = view.count().toLocaleString('en');
        if (number.nodeValue !== text) {
          number.nodeValue = text;
        }
        if (!number.isConnected) {
          root.replaceChildren(number);
        }
      };
      show();
      this.#stop = view.listen(change => {
        if (change === 'marks' || change === 'window') {
          show();
        }
      });
    }

    disconnectedCallback(): void {
      this.#stop?.();
    }
  });
}
