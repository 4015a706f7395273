import type { MultiPolygon, Position } from 'geojson';

export function cutAtAntimeridian(land: MultiPolygon): Position[][][];
