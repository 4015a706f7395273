// A Leaflet map without tiles that shows all points; nothing moves by itself, so that only work is measured.

import 'leaflet/dist/leaflet.css';
import L from 'leaflet';
import { boundsOf } from './page.js';

export function openMap(element, points) {
  const map = L.map(element, { attributionControl: false, fadeAnimation: false, inertia: false, maxZoom: 12, preferCanvas: true, zoomAnimation: false, zoomControl: false, zoomSnap: 0 });
  const { west, east, south, north } = boundsOf(points);
  return map.fitBounds([[south, west], [north, east]], { animate: false });
}

export function zoomWith(map) {
  return direction => map.setZoom(map.getZoom() + direction, { animate: false });
}
