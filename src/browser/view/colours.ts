// Colours live in the style sheet; canvases read them once per theme.

import { appearance } from './kinds';

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

  ofKind(kind: string): string {
    return this.get(appearance(kind).property);
  }

  /** Call when the theme changed. */
  forget(): void {
    this.#style = null;
    this.#values.clear();
  }
}
