// <embed-builder>: wraps the form for an embed; every change is seen at once in the line of HTML and in the frame.

export function defineEmbedBuilder(): void {
  customElements.define('embed-builder', class extends HTMLElement {
    connectedCallback(): void {
      const form = this.querySelector('form')!;
      form.addEventListener('input', () => form.checkValidity() && this.#show(form));
      form.addEventListener('submit', event => event.preventDefault());
    }

    #show(form: HTMLFormElement): void {
      const value = (name: string): string => new FormData(form).get(name)?.toString() ?? '';
      const view = value('pin') === 'day' ? this.dataset['pinned']! : this.dataset['live']!;
      const parts = [view, value('theme') === '' ? '' : `theme=${value('theme')}`, value('timeline') === '0' ? 'timeline=0' : ''].filter(part => part !== '');
      const address = parts.length === 0 ? '/embed' : `/embed?${parts.join('&')}`;
      this.querySelector('pre')!.textContent = frameLine(this.dataset['root']! + address, this.dataset['title']!, value('width'), value('height'));
      this.querySelector<HTMLAnchorElement>('.embed-alone')!.href = address;
      const frame = this.querySelector('iframe');
      if (frame !== null) {
        frame.width = value('width');
        frame.height = value('height');
        if (frame.getAttribute('src') !== address) {
          frame.src = address;
        }
      }
    }
  });
}

/** The same line as the server writes. */
export function frameLine(address: string, title: string, width: string, height: string): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}
