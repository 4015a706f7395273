// The worker that decodes time-tiles: bytes in, columns out; neither is copied.

import { decodeTimeTile, type TimeTile } from './time-tile';

export interface Task {
  readonly id: number;
  readonly bytes: ArrayBuffer;
}

export type Answer = { readonly isReady: true } | { readonly id: number; readonly tile: TimeTile } | { readonly id: number; readonly problem: string };

/** What a worker's global scope offers of it; the page's declarations have another `postMessage`. */
interface WorkerScope {
  addEventListener(kind: 'message', listener: (event: MessageEvent<Task>) => void): void;
  postMessage(answer: Answer, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', ({ data: { id, bytes } }) => {
  try {
    const tile = decodeTimeTile(bytes);
    scope.postMessage({ id, tile }, columnsOf(tile).map(column => column.buffer as ArrayBuffer));
  } catch (problem) {
    scope.postMessage({ id, problem: problem instanceof Error ? problem.message : String(problem) }, []);
  }
});
scope.postMessage({ isReady: true }, []);

function columnsOf({ edges, undated, cells, offsets, series, counts, late }: TimeTile): ArrayBufferView[] {
  return [edges, undated, cells, offsets, series, counts, late.stretch, late.endEdge, late.series, late.counts];
}
