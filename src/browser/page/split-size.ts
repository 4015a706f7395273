// How high the timeline is, remembered in this browser.

const KEY = 'timeline-height';

export const SMALLEST = 120; // pixels

export function largest(): number {
  return Math.round(innerHeight / 2);
}

export function storedSplit(): number | null {
  try {
    const height = Number(localStorage.getItem(KEY));
    return height >= SMALLEST ? height : null;
  } catch {
    return null;
  }
}

export function applySplit(): void {
  const height = storedSplit();
  if (height !== null) {
    document.documentElement.style.setProperty('--timeline-height', `${height}px`);
  }
}

export function setSplit(height: number): number {
  const bounded = Math.max(SMALLEST, Math.min(largest(), Math.round(height)));
  document.documentElement.style.setProperty('--timeline-height', `${bounded}px`);
  try {
    localStorage.setItem(KEY, String(bounded));
  } catch {
    // The size then lasts as long as the page.
  }
  return bounded;
}
