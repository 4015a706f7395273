export function simplify(points: number[][], tolerance: number): number[][];
