// A part of the page that outlives its element: Blazor replaces the prerendered elements when its circuit starts, and
// the live map or timeline moves into the new one before anything is painted.

export interface Part {
  resize(): void;
  dispose(): void;
}

export function definePart<T extends Part>(tag: string, create: (element: HTMLElement) => T): () => T | null {
  let live: { root: HTMLElement; part: T; observer: ResizeObserver } | null = null;

  function start(owner: HTMLElement): void {
    const root = document.createElement('div');
    root.className = 'part';
    owner.append(root);
    const part = create(root);
    const observer = new ResizeObserver(() => part.resize());
    observer.observe(root);
    live = { root, part, observer };
  }

  customElements.define(tag, class extends HTMLElement {
    connectedCallback(): void {
      if (live === null) {
        start(this);
      } else {
        forgetMarks(live.root);
        this.append(live.root);
        // Observed anew it hears its size once the page around it is laid out, which now it is not.
        live.observer.unobserve(live.root);
        live.observer.observe(live.root);
      }
      this.toggleAttribute('data-live', true);
    }

    disconnectedCallback(): void {
      setTimeout(() => {
        if (live !== null && !live.root.isConnected) {
          live.observer.disconnect();
          live.part.dispose();
          live = null;
        }
      });
    }
  });

  return () => live?.part ?? null;
}

/**
 * Blazor notes on every node of a prerendered page, under symbols of its own, what it stands in: a part that moves would keep the
 * whole page that it has left.
 */
function forgetMarks(root: HTMLElement): void {
  for (const node of [root, ...root.querySelectorAll('*')]) {
    for (const mark of Object.getOwnPropertySymbols(node)) {
      Reflect.deleteProperty(node, mark);
    }
  }
}
