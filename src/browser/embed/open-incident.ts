// <open-incident>: names the incident that is selected, with a link to its own page.

import type { View } from '../view/view';

export function defineOpenIncident(view: View): void {
  customElements.define('open-incident', class extends HTMLElement {
    connectedCallback(): void {
      view.listen(change => {
        if (change === 'selection' || change === 'marks' || change === 'density') {
          this.#show();
        }
      });
      this.#show();
    }

    #show(): void {
      const link = this.querySelector('a')!;
      const mark = view.find(view.selected);
      link.hidden = mark === null;
      link.textContent = mark === null ? '' : mark.title;
      link.href = mark === null ? '' : `/incidents/${encodeURIComponent(mark.slug)}`;
    }
  });
}
