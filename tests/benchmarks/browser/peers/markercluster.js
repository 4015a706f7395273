// Leaflet.markercluster: a window is the group with other markers in it, added in bulk.

import L from 'leaflet';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import { openMap, zoomWith } from './leaflet-map.js';
import { run } from './page.js';

run(async (points, element) => {
  window.L = L; // the plug-in asks for it
  await import('leaflet.markercluster');
  const map = openMap(element, points);
  const icon = L.divIcon({ className: 'dot', iconSize: [8, 8] });
  const markers = Array.from(points.days, (_, i) => L.marker([points.latitudes[i], points.longitudes[i]], { icon }));
  const group = L.markerClusterGroup({ animate: false });
  group.addLayers(markers);
  map.addLayer(group);
  map.on('moveend', () => window.benchmark.drew()); // it draws elements, not on a canvas
  return {
    show({ low, high }) {
      group.clearLayers();
      group.addLayers(markers.slice(low, high));
      window.benchmark.drew();
    },
    zoom: zoomWith(map),
  };
});
