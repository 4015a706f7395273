// <theme-switch>: system, light, dark. The choice stays in this browser; theme.ts applies it before the first paint.

import { applyTheme, storedTheme, storeTheme, THEMES, type Theme } from './theme-choice';
import { icon, type IconName } from './icon';

const ICONS: Record<Theme, IconName> = { system: 'system', light: 'sun', dark: 'moon' };

export function defineThemeSwitch(changed: () => void): void {
  customElements.define('theme-switch', class extends HTMLElement {
    connectedCallback(): void {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'icon-button';
      button.dataset.key = 't';
      const show = (): void => {
        const theme = storedTheme();
        button.title = `Theme: ${theme} (T)`;
        button.setAttribute('aria-label', `Theme: ${theme}. Change it`);
        button.replaceChildren(icon(ICONS[theme]));
      };
      button.addEventListener('click', () => {
        storeTheme(THEMES[(THEMES.indexOf(storedTheme()) + 1) % THEMES.length]!);
        applyTheme();
        changed();
        show();
      });
      show();
      this.replaceChildren(button);
    }
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}
