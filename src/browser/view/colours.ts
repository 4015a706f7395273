// Colours live in the style sheet; canvases read them once per theme.

import type { Sign } from './signs';

export class Colours {
  #style: CSSStyleDeclaration | null = null;
  readonly #values = new Map<string, string>();

  /** The value of a custom property, for example `--land`. */
  get(property: string): string {
    let value = this.#values.get(property);
    if (value === undefined) {
      this.#style ??= getComputedStyle(document.documentElement);
      value = this.#style.getPropertyValue(property).trim();
      this.#values.set(property, value);
    }
    return value;
  }

  of(sign: Sign): string {
    return this.get(sign.property);
  }

  /** Call when the theme changed. */
  forget(): void {
    this.#style = null;
    this.#values.clear();
  }
}
