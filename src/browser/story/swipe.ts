// A finger that wipes to the side; the other fingers, and up and down, stay the browser's.

const FAR = 56; // pixels

export function listenToSwipes(element: HTMLElement, swiped: (direction: -1 | 1) => void): void {
  let start: { id: number; x: number; y: number } | null = null;
  element.addEventListener('pointerdown', event => {
    start = event.pointerType === 'touch' && event.isPrimary ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
  });
  element.addEventListener('pointerup', event => {
    if (start?.id === event.pointerId) {
      const [across, along] = [event.clientX - start.x, event.clientY - start.y];
      start = null;
      if (Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(along)) {
        swiped(across < 0 ? 1 : -1);
      }
    }
  });
  element.addEventListener('pointercancel', () => { start = null; });
}
