export type Theme = 'system' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

const KEY = 'theme';

export function storedTheme(): Theme {
  try {
    return THEMES.find(theme => theme === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system'; // storage may be switched off
  }
}

export function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    document.documentElement.dataset.theme = theme;
  }
}

/** Puts the choice on the root element; the style sheets do the rest. */
export function applyTheme(): void {
  const theme = storedTheme();
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
}
