// The wheel zooms about the pointer; sideways, or with Shift, it pans. A pinch on a trackpad is a wheel with Ctrl.

import type { Track } from './track';

const LINE = 16; // pixels
const PAGE = 400;

export function listenToWheel(stage: HTMLElement, track: Track, began: () => void): () => void {
  const turned = (event: WheelEvent): void => {
    event.preventDefault();
    began();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? PAGE : 1;
    const [across, along] = [event.deltaX * unit, event.deltaY * unit];
    if (!event.ctrlKey && (event.shiftKey || Math.abs(across) > Math.abs(along))) {
      track.show(track.scale.panned(-(across || along), track.limits));
    } else {
      const x = event.clientX - stage.getBoundingClientRect().left;
      const bounded = Math.max(-120, Math.min(120, along));
      track.show(track.scale.zoomed(Math.exp(bounded * (event.ctrlKey ? 0.012 : 0.0022)), x, track.limits));
    }
  };
  stage.addEventListener('wheel', turned, { passive: false });
  return () => stage.removeEventListener('wheel', turned);
}
