// deck.gl: points on the graphics processor, here one that is made of software; a window is a range of its filter.

import { Deck, MapView, WebMercatorViewport } from '@deck.gl/core';
import { DataFilterExtension } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import { boundsOf, run, say } from './page.js';

run(async (points, element) => {
  const { clientWidth: width, clientHeight: height } = element;
  const { west, east, south, north } = boundsOf(points);
  const positions = new Float32Array(points.count * 2);
  for (let i = 0; i < points.count; i++) {
    positions[2 * i] = points.longitudes[i];
    positions[2 * i + 1] = points.latitudes[i];
  }
  const data = { length: points.count, attributes: { getPosition: { value: positions, size: 2 }, getFilterValue: { value: Float32Array.from(points.days), size: 1 } } };
  const extensions = [new DataFilterExtension({ filterSize: 1 })];
  let filterRange = [points.days[0], points.days[points.count - 1]];
  let { longitude, latitude, zoom } = new WebMercatorViewport({ width, height }).fitBounds([[west, south], [east, north]]);
  let viewState = { longitude, latitude, zoom, pitch: 0, bearing: 0 };

  const layer = () => new ScatterplotLayer({
    id: 'points', data, extensions, filterRange, radiusUnits: 'pixels', getRadius: 4, getFillColor: [179, 38, 30, 153], stroked: false, antialiasing: false, billboard: false, pickable: true,
  });
  /** Draws now, and waits until the picture is made, not only asked for: a pixel of it is read. */
  const draw = () => {
    deck.redraw('changed');
    const gl = element.querySelector('canvas').getContext('webgl2');
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    window.benchmark.drew();
  };
  const show = state => {
    viewState = { ...viewState, ...state };
    deck.setProps({ viewState });
    draw();
  };
  const deck = new Deck({
    parent: element, width, height, useDevicePixels: false, views: new MapView({ repeat: false }), viewState, layers: [layer()],
    controller: { inertia: false, scrollZoom: false, doubleClickZoom: false },
    onViewStateChange: ({ viewState: { longitude, latitude, zoom } }) => show({ longitude, latitude, zoom }),
    onHover: ({ index }) => say(index < 0 ? null : `${index}`),
  });
  await new Promise(loaded => deck.setProps({ onLoad: loaded }));
  draw();
  return {
    show(window) {
      filterRange = [window.from, window.to - 0.5];
      deck.setProps({ layers: [layer()] });
      draw();
    },
    zoom: direction => show({ zoom: viewState.zoom + direction }),
  };
});
