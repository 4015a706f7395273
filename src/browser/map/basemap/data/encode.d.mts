export function encodeLine(points: number[][], unit: number): number[] | null;

export function encodeLines(lines: number[][][], unit: number): number[][];
