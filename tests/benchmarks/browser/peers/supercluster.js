// Supercluster: a window is an index over other points; clusters are drawn straight on one canvas.

import Supercluster from 'supercluster';
import L from 'leaflet';
import { openMap, zoomWith } from './leaflet-map.js';
import { run } from './page.js';

run((points, element) => {
  const map = openMap(element, points);
  const canvas = L.DomUtil.create('canvas', '', map.getPanes().overlayPane);
  const context = canvas.getContext('2d');
  const features = Array.from(points.days, (_, i) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [points.longitudes[i], points.latitudes[i]] } }));
  const { x: width, y: height } = map.getSize();
  [canvas.width, canvas.height] = [width, height];
  let [index, drawn] = [null, []];

  const read = (low, high) => {
    index = new Supercluster({ radius: 40, maxZoom: 12 }).load(features.slice(low, high));
  };
  const draw = () => {
    const bounds = map.getBounds();
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    context.clearRect(0, 0, width, height);
    context.font = '11px sans-serif';
    context.textAlign = 'center';
    drawn = index.getClusters([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], Math.round(map.getZoom())).map(({ geometry, properties }) => {
      const { x, y } = map.latLngToContainerPoint([geometry.coordinates[1], geometry.coordinates[0]]);
      return { x, y, count: properties.point_count ?? 1, radius: properties.point_count === undefined ? 4 : 6 + Math.log2(properties.point_count) };
    });
    for (const { x, y, count, radius } of drawn) {
      context.beginPath();
      context.fillStyle = '#b3261e';
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
      if (count > 1) {
        context.fillStyle = '#fff';
        context.fillText(count, x, y + 4);
      }
    }
  };

  read(0, points.count);
  draw();
  map.on('moveend', draw);
  return {
    show({ low, high }) {
      read(low, high);
      draw();
    },
    zoom: zoomWith(map),
    hit: (x, y) => {
      const found = drawn.find(cluster => Math.hypot(cluster.x - x, cluster.y - y) <= cluster.radius);
      return found === undefined ? null : `${found.count}`;
    },
  };
});
