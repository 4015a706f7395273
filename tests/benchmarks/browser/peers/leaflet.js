// Leaflet's own canvas: a circle marker for each point; a window adds what enters and removes what leaves.

import L from 'leaflet';
import { openMap, zoomWith } from './leaflet-map.js';
import { run } from './page.js';

run((points, element) => {
  const map = openMap(element, points);
  const renderer = L.canvas();
  const markers = Array.from(points.days, (_, i) => L.circleMarker([points.latitudes[i], points.longitudes[i]], { renderer, radius: 4, stroke: false, fillColor: '#b3261e', fillOpacity: 0.6 }));
  markers.forEach(marker => marker.addTo(map));
  let [shownFrom, shownTo] = [0, points.count];
  return {
    show({ low, high }) {
      const remove = (from, to) => { for (let i = from; i < to; i++) markers[i].remove(); };
      const add = (from, to) => { for (let i = from; i < to; i++) markers[i].addTo(map); };
      remove(shownFrom, Math.min(shownTo, low));
      remove(Math.max(shownFrom, high), shownTo);
      add(low, Math.min(high, shownFrom));
      add(Math.max(low, shownTo), high);
      [shownFrom, shownTo] = [low, high];
    },
    zoom: zoomWith(map),
    // The renderer has looked on the same move already, as it does for its own tooltips.
    hit: () => renderer._hoveredLayer ? `${renderer._hoveredLayer.getLatLng()}` : null,
  };
});
