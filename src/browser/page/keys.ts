// Page-wide keys. Map and timeline answer to their own; any element with data-key="x" is clicked, or focused if it takes text.

export interface KeyTargets {
  /** The previous or next incident. */
  step(direction: -1 | 1): void;
  moveWindow(direction: -1 | 1): void;
  growWindow(direction: -1 | 1): void;
  togglePlay(): void;
  fitMap(): void;
}

const TAKES_TEXT = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]';
const HAS_OWN_KEYS = '[role=application], [role=slider], [role=separator], [role=tab], [role=listbox], [role=menu], [role=tree], dialog, [role=dialog]';
const TAKES_SPACE = 'button, summary, a[href], input, [role=button], [role=checkbox]';

export function listenToKeys(targets: KeyTargets): void {
  addEventListener('keydown', event => {
    const target = event.target instanceof Element ? event.target : document.body;
    const isElsewhere = target.closest('[aria-modal=true]') !== null || target.closest(TAKES_TEXT) !== null && event.key !== 'Escape';
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere) {
      return;
    }
    if (isHandled(event, target, targets)) {
      event.preventDefault();
    }
  });
}

function isHandled(event: KeyboardEvent, target: Element, targets: KeyTargets): boolean {
  if (event.key === ' ') {
    const choice = target.closest<HTMLElement>('a[role]');
    if (choice !== null) {
      choice.click(); // a link that is a checkbox or radio answers to Space as those do
    } else if (target.closest(`${TAKES_SPACE}, ${HAS_OWN_KEYS}`) === null) {
      targets.togglePlay();
    } else {
      return false;
    }
    return true;
  }
  if (event.key.startsWith('Arrow') && target.closest(HAS_OWN_KEYS) !== null) {
    return false;
  }
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = event.key === 'ArrowLeft' ? -1 : 1;
      event.shiftKey ? targets.moveWindow(direction) : targets.step(direction);
      return true;
    }
    case '[':
    case ']':
      targets.growWindow(event.key === '[' ? -1 : 1);
      return true;
    case 'f':
    case 'F':
      targets.fitMap();
      return true;
    default:
      return use(event.key);
  }
}

function use(key: string): boolean {
  const named = key.length === 1 ? key.toLowerCase() : key;
  const control = [...document.querySelectorAll<HTMLElement>('[data-key]')]
    .find(element => element.dataset.key === named && element.getClientRects().length > 0);
  if (control === undefined) {
    return false;
  }
  if (control.matches(TAKES_TEXT)) {
    control.focus();
  } else {
    control.click();
  }
  return true;
}
