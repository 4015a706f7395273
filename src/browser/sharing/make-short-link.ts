// <short-link data-query data-label>: wraps a form that makes the short link of a view; with scripts the link appears in its place, copied.

import { copyAndSay, say } from '../page/clipboard';
import { element } from '../page/elements';
import { shortLinkOf } from './short-link';

export function defineShortLink(): void {
  customElements.define('short-link', class extends HTMLElement {
    connectedCallback(): void {
      this.querySelector('form')!.addEventListener('submit', event => {
        event.preventDefault();
        void this.#make();
      });
    }

    async #make(): Promise<void> {
      try {
        const address = await shortLinkOf(this.dataset['query']!);
        this.replaceChildren(field(this.dataset['label']!, address));
        this.querySelector('button')!.focus();
        await copyAndSay(address, 'Short link copied', 'Select the link and copy it');
      } catch (problem) {
        say((problem as Error).message);
      }
    }
  });
}

/** As the server writes a field to be copied. */
function field(label: string, text: string): HTMLElement {
  const title = element('span', '', label);
  const value = element('pre', '', text);
  const copy = element('button', 'button', 'Copy', element('span', 'for-readers', ` ${label}`));
  title.id = 'short-link-label';
  value.tabIndex = 0;
  value.setAttribute('role', 'textbox');
  value.setAttribute('aria-readonly', 'true');
  value.setAttribute('aria-multiline', 'true');
  value.setAttribute('aria-labelledby', title.id);
  copy.type = 'button';
  copy.addEventListener('click', () => void copyAndSay(text, 'Copied', 'Select the text and copy it'));
  return element('div', 'copy-field', element('p', 'copy-field-head', title, copy), value);
}
