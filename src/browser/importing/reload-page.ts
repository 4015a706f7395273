// Brings the page up to date when the server renders this element: the page asks, so a closed tab costs the server nothing.

export function defineReloadPage(): void {
  customElements.define('reload-page', class extends HTMLElement {
    connectedCallback(): void {
      location.reload();
    }
  });
}
