// <share-menu>: wraps a link to the page from which a view is taken along, and a menu of what that page has. A click opens the menu;
// without scripts the link is followed.

import { sharedAddress, sharedQuery } from '../briefing/shared-address';
import { copyAndSay, say } from '../page/clipboard';
import { showCode } from './code-sheet';
import { itemAfter } from './menu-keys';
import { shortLinkOf } from './short-link';

const EDGE = 8; // pixels to the edge of the window

export function defineShareMenu(): void {
  customElements.define('share-menu', ShareMenu);
}

class ShareMenu extends HTMLElement {
  readonly #deeds: Record<string, () => void> = {
    copy: () => void copyAndSay(sharedAddress(), 'Link copied', 'Copy the address from the address bar'),
    short: () => void this.#copyShort(),
    code: () => showCode(this.dataset['title'] ?? document.title, this.#query, sharedAddress()),
    send: () => void navigator.share({ title: document.title, url: sharedAddress() }).catch(() => undefined), // who changes their mind has not failed
    present: () => document.dispatchEvent(new Event('presentlive')),
  };

  get #button(): HTMLAnchorElement {
    return this.querySelector('a')!;
  }

  get #panel(): HTMLElement {
    return this.querySelector('[popover]')!;
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=menuitem]')].filter(item => !item.hidden);
  }

  /** Of the view that is shared: as the page says, else as the address bar says right now. */
  get #query(): string {
    return this.dataset['query'] ?? sharedQuery();
  }

  get #isOpen(): boolean {
    return this.#panel.matches(':popover-open');
  }

  connectedCallback(): void {
    queueMicrotask(() => this.isConnected && this.#prepare()); // Blazor fills it after it is there
    this.addEventListener('click', this.#clicked);
    this.addEventListener('keydown', this.#pressed);
    this.addEventListener('focusout', this.#left);
    document.addEventListener('pointerdown', this.#pointed);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#clicked);
    this.removeEventListener('keydown', this.#pressed);
    this.removeEventListener('focusout', this.#left);
    document.removeEventListener('pointerdown', this.#pointed);
  }

  #prepare(): void {
    const button = this.#button;
    button.setAttribute('role', 'button');
    button.setAttribute('aria-haspopup', 'menu');
    button.setAttribute('aria-expanded', 'false');
    this.querySelector<HTMLElement>('[data-does=send]')!.hidden = typeof navigator.share !== 'function';
  }

  readonly #clicked = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return; // another tab, or another window, of the page that has it all
    }
    if (this.#button.contains(target)) {
      event.preventDefault();
      this.#isOpen ? this.#close() : this.#open();
      return;
    }
    const does = target.closest<HTMLElement>('[data-does]')?.dataset['does'];
    if (does !== undefined) {
      this.#close();
      this.#deeds[does]!();
    }
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (!this.#isOpen) {
      if (event.target === this.#button && (event.key === 'ArrowDown' || event.key === ' ')) {
        event.preventDefault();
        this.#open();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const items = this.#items;
    if (event.key === 'Escape') {
      this.#close();
    } else if (event.key === ' ') {
      (event.target as HTMLElement).click();
    } else {
      const next = itemAfter(event.key, items.map(item => item.textContent), items.indexOf(document.activeElement as HTMLElement));
      if (next === null) {
        return;
      }
      items[next]!.focus();
    }
    event.preventDefault();
  };

  readonly #left = (event: FocusEvent): void => {
    if (this.#isOpen && event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) {
      this.#hide();
    }
  };

  readonly #pointed = (event: PointerEvent): void => {
    if (this.#isOpen && !this.contains(event.target as Node)) {
      this.#hide();
    }
  };

  #open(): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-part]')) {
      const part = link.dataset['part']!;
      link.setAttribute('href', `/share${this.#query}${part === '' ? '' : `#${part}`}`);
    }
    this.querySelector<HTMLElement>('[data-does=present]')!.hidden = document.querySelector('live-briefing[may-present]') === null;
    const panel = this.#panel;
    const at = this.#button.getBoundingClientRect();
    panel.style.setProperty('--menu-top', `${at.bottom + EDGE / 2}px`);
    panel.style.setProperty('--menu-end', `${Math.max(EDGE, document.documentElement.clientWidth - at.right)}px`);
    panel.showPopover();
    this.#button.setAttribute('aria-expanded', 'true');
    this.#items[0]!.focus();
  }

  /** The focus goes back to where it came from. */
  #close(): void {
    this.#button.focus();
    this.#hide();
  }

  #hide(): void {
    this.#panel.hidePopover();
    this.#button.setAttribute('aria-expanded', 'false');
  }

  async #copyShort(): Promise<void> {
    try {
      const address = await shortLinkOf(this.#query);
      await copyAndSay(address, 'Short link copied', address);
    } catch (problem) {
      say((problem as Error).message);
    }
  }
}
