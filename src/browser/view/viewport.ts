// Where the map is.

export interface Viewport {
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
}

export function sameViewport(a: Viewport, b: Viewport | null): boolean {
  return b !== null && a.lat === b.lat && a.lon === b.lon && a.zoom === b.zoom;
}
