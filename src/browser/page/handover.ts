// Blazor replaces the prerendered page by its own when its circuit starts. What a person has typed, ticked, unfolded, scrolled and
// focused by then goes over to the new elements.

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Watches the prerendered page until that of the circuit takes its place; without one there is nothing to do. */
export function handOver(): void {
  const page = document.querySelector('.explore:not([data-circuit])');
  if (page === null) {
    return;
  }
  const heard = new Map<Element, Set<string>>();
  const scrolled = new Map<Element, number>();
  let focused = document.activeElement === document.body ? null : document.activeElement;
  const watching = new AbortController();
  const listen = (type: string, listener: (target: Element) => void): void =>
    document.addEventListener(type, ({ target }) => target instanceof Element && listener(target), { capture: true, passive: true, signal: watching.signal });
  for (const type of ['input', 'change', 'toggle']) {
    listen(type, target => heard.set(target, (heard.get(target) ?? new Set()).add(type)));
  }
  listen('scroll', target => scrolled.set(target, target.scrollTop));
  listen('focusin', target => { focused = target; });
  // An element loses the focus just before it is taken away, too; only a moment later it is certain that a person has left it.
  listen('focusout', target => setTimeout(() => { focused = focused === target && target.isConnected && document.activeElement !== target ? null : focused; }));

  new MutationObserver((_, observer) => {
    const live = document.querySelector('.explore[data-circuit]');
    if (live === null) {
      return;
    }
    observer.disconnect();
    watching.abort();
    const successor = (element: Element): Element | null => element.isConnected ? element : successorOf(element, page, live);
    heard.forEach((types, element) => adopt(successor(element), element, types));
    scrolled.forEach((top, element) => successor(element)?.scrollTo({ top, behavior: 'instant' }));
    if (focused !== null && (document.activeElement ?? document.body) === document.body) {
      refocus(successor(focused), focused);
    }
  }).observe(page.parentElement!, { childList: true });
}

/** The element at the same place of another page, by tags and their order. */
function successorOf(element: Element, page: Element, other: Element): Element | null {
  if (element === page) {
    return other;
  }
  const parent = element.parentElement;
  const above = parent === null ? null : successorOf(parent, page, other);
  return above === null ? null : alike(above, element)[alike(parent!, element).indexOf(element)] ?? null;
}

function alike(parent: Element, { tagName }: Element): Element[] {
  return [...parent.children].filter(child => child.tagName === tagName);
}

function adopt(element: Element | null, former: Element, types: ReadonlySet<string>): void {
  if (element instanceof HTMLDetailsElement && former instanceof HTMLDetailsElement) {
    element.open = former.open;
  } else if (isField(element) && isField(former) && !isSame(element, former)) {
    element.value = former.value;
    if (element instanceof HTMLInputElement && former instanceof HTMLInputElement) {
      element.checked = former.checked;
    }
    // The circuit hears what nobody heard before it.
    types.forEach(type => element.dispatchEvent(new Event(type, { bubbles: true })));
  }
}

function isField(element: Element | null): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

function isSame(field: Field, former: Field): boolean {
  return field.value === former.value && (field as HTMLInputElement).checked === (former as HTMLInputElement).checked;
}

function refocus(element: Element | null, former: Element): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) {
    element.focus({ preventScroll: true });
  }
  if (element instanceof HTMLInputElement && former instanceof HTMLInputElement && former.selectionStart !== null) {
    element.setSelectionRange(former.selectionStart, former.selectionEnd, former.selectionDirection ?? 'none');
  }
}
