// <copy-link>: wraps a button; a click copies the address of exactly this view, and the element says so for a moment.

import { copyAndSay } from './clipboard';

export function defineCopyLink(): void {
  customElements.define('copy-link', class extends HTMLElement {
    connectedCallback(): void {
      this.addEventListener('click', this.#copy);
    }

    disconnectedCallback(): void {
      this.removeEventListener('click', this.#copy);
    }

    readonly #copy = (): void => void copyAndSay(location.href, 'Link copied', 'Copy the address from the address bar');
  });
}
