// <live-count>: the number that the server counted, until time moves; then the browser's own, every frame.

import type { View } from './view';

export function defineLiveCount(view: View): void {
  customElements.define('live-count', class extends HTMLElement {
    #stop: (() => void) | null = null;

    connectedCallback(): void {
      const number = this.shadowRoot?.firstChild ?? this.attachShadow({ mode: 'open' }).appendChild(document.createTextNode(''));
      const show = (): void => {
        const text = view.marks === null ? this.textContent ?? '' : view.count().toLocaleString('en');
        if (number.nodeValue !== text) {
          number.nodeValue = text;
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
