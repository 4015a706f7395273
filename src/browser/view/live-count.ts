// <live-count>: the number of incidents (of="leads": of leads) that the server counted, until time moves; then the browser's own,
// every frame.

import type { View } from './view';

const NUMBER = new Intl.NumberFormat('en'); // made once: a number is written at every frame

export function defineLiveCount(view: View): void {
  customElements.define('live-count', class extends HTMLElement {
    #stop: (() => void) | null = null;

    connectedCallback(): void {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const number = document.createTextNode('');
      const slot = document.createElement('slot');
      root.replaceChildren(slot);
      const show = (): void => {
        if (view.marks === null || view.loading === 'failed') {
          root.replaceChildren(slot); // what the server counted shows through
          return;
        }
        const { incidents, leads } = view.count();
        const text = NUMBER.format(this.getAttribute('of') === 'leads' ? leads : incidents);
        if (number.nodeValue !== text) {
          number.nodeValue = text;
        }
        if (!number.isConnected) {
          root.replaceChildren(number);
        }
      };
      let scheduled = 0;
      const showSoon = (): void => {
        scheduled ||= requestAnimationFrame(() => {
          scheduled = 0;
          show();
        });
      };
      show();
      const stop = view.listen(change => {
        if (change === 'marks' || change === 'density' || change === 'window' || change === 'state') {
          showSoon();
        }
      });
      this.#stop = () => {
        stop();
        cancelAnimationFrame(scheduled);
      };
    }

    disconnectedCallback(): void {
      this.#stop?.();
    }
  });
}
