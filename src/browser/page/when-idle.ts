// Work that can wait.

const WITHIN = 1000; // milliseconds

/** Works in a moment that no frame needs, or a second from now; where the browser cannot tell such moments, at once. */
export function whenIdle(work: () => void): void {
  'requestIdleCallback' in globalThis ? requestIdleCallback(work, { timeout: WITHIN }) : work();
}

/** The same once the next frame has been drawn, which the one after it tells; where nothing is drawn, at once. */
export function onceDrawn(work: () => void): void {
  'requestAnimationFrame' in globalThis ? requestAnimationFrame(() => requestAnimationFrame(() => whenIdle(work))) : work();
}
