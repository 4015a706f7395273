// Decodes time-tiles beside the page where it can: in a worker once that has started, on the page's own thread until then.

import { decodeTimeTile, type TimeTile } from './time-tile';
import type { Answer, Task } from './tiles-worker';

interface Waiting {
  readonly resolve: (tile: TimeTile) => void;
  readonly reject: (problem: Error) => void;
}

export class TileDecoder {
  readonly #worker: Worker | null;
  readonly #waiting = new Map<number, Waiting>();
  #isReady = false;
  #last = 0;

  constructor() {
    this.#worker = startWorker();
    this.#worker?.addEventListener('message', (event: MessageEvent<Answer>) => this.#answered(event.data));
    this.#worker?.addEventListener('error', () => this.#giveUp());
  }

  /** The bytes are given away. */
  decode(bytes: ArrayBuffer): Promise<TimeTile> {
    if (this.#worker === null || !this.#isReady) {
      return new Promise(resolve => resolve(decodeTimeTile(bytes)));
    }
    const id = ++this.#last;
    this.#worker.postMessage({ id, bytes } satisfies Task, [bytes]);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #answered(answer: Answer): void {
    if ('isReady' in answer) {
      this.#isReady = true;
      return;
    }
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    'tile' in answer ? waiting?.resolve(answer.tile) : waiting?.reject(new RangeError(answer.problem));
  }

  /** It could not be loaded, or broke: its bytes are lost with it. */
  #giveUp(): void {
    this.#isReady = false;
    this.#waiting.forEach(({ reject }) => reject(new Error('The worker that reads time-tiles stopped')));
    this.#waiting.clear();
  }
}

/** Null where there are no workers, as in tests, or none may start. */
function startWorker(): Worker | null {
  try {
    return new Worker(new URL('tiles-worker.js', import.meta.url));
  } catch {
    return null;
  }
}
