// <link-form>: wraps the form for a link; what the link would show follows every choice. The server says it, on the same page.

const AFTER = 250; // milliseconds without another choice

export function defineLinkForm(): void {
  customElements.define('link-form', class extends HTMLElement {
    #wait: ReturnType<typeof setTimeout> | undefined;
    #asked = new AbortController();

    connectedCallback(): void {
      this.addEventListener('change', () => {
        clearTimeout(this.#wait);
        this.#wait = setTimeout(() => void this.#ask(), AFTER);
      });
    }

    async #ask(): Promise<void> {
      this.#asked.abort();
      this.#asked = new AbortController();
      const choices = new URLSearchParams();
      for (const [key, value] of new FormData(this.querySelector('form')!)) {
        choices.append(key, String(value));
      }
      try {
        const response = await fetch(`/share?${choices}`, { signal: this.#asked.signal });
        const told = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-link-before]');
        if (told !== null) {
          this.querySelector('[data-link-before]')!.replaceChildren(...told.childNodes);
        }
      } catch {
        // Another choice came before the answer, or there is none: what is there stays.
      }
    }
  });
}
