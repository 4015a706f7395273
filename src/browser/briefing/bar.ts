// The bar over the map while a briefing is under way: what is going on, and what one can do about it.

import { element, setText } from '../page/elements';
import { icon, type IconName } from '../page/icon';

export interface BarAction {
  readonly label: string;
  /** What it says longer, with its key. */
  readonly title?: string;
  readonly icon: IconName;
  readonly key?: string;
  readonly isMain?: boolean;
  readonly isQuiet?: boolean;
  readonly act: () => void;
}

export interface BarContent {
  /** live, still, apart, over: how it looks. */
  readonly mood: 'live' | 'still' | 'apart' | 'over';
  /** The first of them in bold; a name is text of any direction. */
  readonly words: readonly (string | { readonly name: string })[];
  /** Said quietly, and left out where there is little room. */
  readonly more: string;
  readonly count: string;
  readonly actions: readonly BarAction[];
}

export class Bar {
  readonly #words = element('p', 'briefing-words');
  readonly #said = element('span', 'briefing-said');
  readonly #more = element('span', 'briefing-more');
  readonly #count = element('span', 'briefing-count');
  readonly #actions = element('span', 'briefing-actions');
  readonly #bar = element('section', 'briefing-bar', element('span', 'briefing-light'), this.#words, this.#count, this.#actions);
  #drawn = '';

  constructor(root: HTMLElement) {
    this.#bar.setAttribute('aria-label', 'Live briefing');
    this.#words.setAttribute('role', 'status');
    this.#words.append(this.#said, ' ', this.#more);
    this.#bar.hidden = true;
    root.append(this.#bar);
  }

  /** Null: there is nothing to say. */
  show(content: BarContent | null): void {
    document.documentElement.toggleAttribute('data-briefing', content !== null);
    this.#bar.hidden = content === null;
    if (content === null) {
      this.#drawn = '';
      return;
    }
    this.#bar.dataset.mood = content.mood;
    const words = JSON.stringify(content.words);
    if (words !== this.#said.dataset.words) {
      this.#said.dataset.words = words;
      this.#said.replaceChildren(...content.words.map(word => typeof word === 'string' ? word : element('bdi', '', word.name)));
    }
    setText(this.#more, content.more);
    setText(this.#count, content.count);
    this.#drawActions(content.actions);
  }

  /** Buttons stay while they mean the same: whoever has the focus on one keeps it. */
  #drawActions(actions: readonly BarAction[]): void {
    const drawn = actions.map(action => action.label).join('\n');
    if (drawn !== this.#drawn) {
      const hadFocus = this.#actions.contains(document.activeElement);
      this.#drawn = drawn;
      this.#actions.replaceChildren(...actions.map(actionButton));
      if (hadFocus) {
        this.#actions.querySelector('button')?.focus();
      }
    }
  }
}

function actionButton(action: BarAction): HTMLElement {
  const made = element('button', `button briefing-action${action.isMain ? ' button-primary' : ''}${action.isQuiet ? ' briefing-quiet' : ''}`,
    icon(action.icon), element('span', 'briefing-action-text', action.label));
  made.type = 'button';
  made.title = action.title ?? action.label;
  made.setAttribute('aria-label', action.label);
  if (action.key !== undefined) {
    made.dataset.key = action.key;
  }
  made.addEventListener('click', action.act);
  return made;
}
