// <copy-text data-of="id">: wraps a button that copies the text of an element; without scripts the button is not there.

import { copyAndSay } from '../page/clipboard';

export function defineCopyText(): void {
  customElements.define('copy-text', class extends HTMLElement {
    connectedCallback(): void {
      const button = this.querySelector('button');
      if (button !== null) {
        button.hidden = false;
        button.addEventListener('click', () => void copyAndSay(document.getElementById(this.dataset['of']!)?.textContent ?? '', 'Copied', 'Select the text and copy it'));
      }
    }
  });
}
