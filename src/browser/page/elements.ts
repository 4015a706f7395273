// Making elements in one expression; text is always text.

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

export function button(className: string, label: string, clicked: () => void, ...children: (Node | string)[]): HTMLButtonElement {
  const made = element('button', className, ...children);
  made.type = 'button';
  made.title = label;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', clicked);
  return made;
}

/**
 * Writes text only when it differs: screen readers and layout hear of nothing that did not change. The text is changed where it
 * stands: a new text node would make the browser look again at every rule that asks what an element holds.
 */
export function setText(node: Element, text: string): void {
  const { firstChild } = node;
  if (firstChild instanceof Text && firstChild === node.lastChild) {
    if (firstChild.data !== text) {
      firstChild.data = text;
    }
  } else if (node.textContent !== text) {
    node.textContent = text;
  }
}

export function setAttributes(node: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (node.getAttribute(name) !== value) {
      node.setAttribute(name, value);
    }
  }
}
