// Leaflet as the map's camera: everything that it would draw or decide by itself is off.

import { Map as LeafletMap } from 'leaflet';
import { isMotionReduced } from './camera';

export const MIN_ZOOM = 2;
export const MAX_ZOOM = 12;
const LABEL = 'Map of incidents. Arrow keys go from mark to mark, Enter opens one, plus and minus zoom, Shift and arrow keys move the map.';

export function openMap(stage: HTMLElement): LeafletMap {
  stage.tabIndex = 0;
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-roledescription', 'map');
  stage.setAttribute('aria-label', LABEL);
  const map = new LeafletMap(stage, {
    attributionControl: false,
    boxZoom: false,
    doubleClickZoom: false,
    fadeAnimation: false,
    inertia: !isMotionReduced(),
    keyboard: false,
    markerZoomAnimation: false,
    maxBounds: [[-85, -540], [85, 540]],
    maxBoundsViscosity: 1,
    maxZoom: MAX_ZOOM,
    minZoom: MIN_ZOOM,
    scrollWheelZoom: false,
    zoomAnimation: false,
    zoomControl: false,
    zoomSnap: 0,
  });
  return map.setView([33.5, 42], 5, { animate: false });
}
