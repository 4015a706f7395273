// <copy-link>: wraps a button; a click copies the address of exactly this view, and the element says so for a moment.

const SAY_FOR = 2_000; // milliseconds

export function defineCopyLink(): void {
  customElements.define('copy-link', class extends HTMLElement {
    connectedCallback(): void {
      this.addEventListener('click', this.#copy);
    }

    disconnectedCallback(): void {
      this.removeEventListener('click', this.#copy);
    }

    readonly #copy = async (): Promise<void> => {
      const isCopied = await write(location.href);
      this.#say(isCopied ? 'Link copied' : 'Copy the address from the address bar');
    };

    #say(text: string): void {
      const note = document.createElement('span');
      note.className = 'copy-note';
      note.setAttribute('role', 'status');
      document.body.append(note);
      note.textContent = text;
      setTimeout(() => note.remove(), SAY_FOR);
    }
  });
}

/** The clipboard is closed to pages that are not served securely; selecting a field still works there. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    return isCopied;
  }
}
