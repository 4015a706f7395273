// <full-view>: wraps the link to the full view; when it is followed it leads to where the frame is by now.

/** What an embed's address holds beside the view. */
const OPTIONS = ['theme', 'timeline'];

export function defineFullView(): void {
  customElements.define('full-view', class extends HTMLElement {
    connectedCallback(): void {
      for (const moment of ['pointerdown', 'keydown', 'click']) {
        this.addEventListener(moment, this.#follow, { capture: true });
      }
    }

    readonly #follow = (): void => {
      const here = new URLSearchParams(location.search);
      OPTIONS.forEach(option => here.delete(option));
      this.querySelector('a')!.search = here.toString();
    };
  });
}
