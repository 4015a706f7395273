// Work that can wait.

const WITHIN = 1000; // milliseconds

/** Works in a moment that no frame needs, or a second from now; where the browser cannot tell such moments, at once. */
export function whenIdle(work: () => void): void {
  'requestIdleCallback' in globalThis ? requestIdleCallback(work, { timeout: WITHIN }) : work();
}
