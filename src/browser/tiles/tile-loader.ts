// Fetches and decodes time-tiles beside the page where it can: in a worker once that has started, on the page's own thread until
// then. The page has its picture to draw while they come.

import { Refused } from '../view/answer';
import { loadTile } from './load-tile';
import type { TimeTile } from './time-tile';
import type { Answer, Task } from './tiles-worker';

interface Waiting {
  readonly resolve: (tile: TimeTile) => void;
  readonly reject: (problem: unknown) => void;
}

export class TileLoader {
  readonly #worker: Worker | null;
  readonly #waiting = new Map<number, Waiting>();
  #isReady = false;
  #last = 0;

  constructor() {
    this.#worker = startWorker();
    this.#worker?.addEventListener('message', (event: MessageEvent<Answer>) => this.#answered(event.data));
    this.#worker?.addEventListener('error', () => this.#giveUp());
  }

  /** @throws {Refused} */
  async load(address: string, signal: AbortSignal): Promise<TimeTile> {
    signal.throwIfAborted();
    const worker = this.#isReady ? this.#worker : null;
    const tile = await (worker === null ? loadTile(address, signal) : this.#loadIn(worker, address, signal));
    signal.throwIfAborted();
    return tile;
  }

  async #loadIn(worker: Worker, address: string, signal: AbortSignal): Promise<TimeTile> {
    const id = ++this.#last;
    const giveUp = (): void => {
      worker.postMessage({ id } satisfies Task);
      this.#waiting.get(id)?.reject(signal.reason);
    };
    signal.addEventListener('abort', giveUp);
    worker.postMessage({ id, address } satisfies Task);
    try {
      return await new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    } finally {
      this.#waiting.delete(id);
      signal.removeEventListener('abort', giveUp);
    }
  }

  #answered(answer: Answer): void {
    if ('isReady' in answer) {
      this.#isReady = true;
      return;
    }
    const waiting = this.#waiting.get(answer.id);
    if ('tile' in answer) {
      waiting?.resolve(answer.tile);
    } else if ('refusal' in answer) {
      waiting?.reject(new Refused(answer.refusal.status, answer.refusal.detail, answer.refusal.wait));
    } else {
      waiting?.reject(new Error(answer.problem));
    }
  }

  /** It could not be loaded, or broke: its tiles are lost with it. */
  #giveUp(): void {
    this.#isReady = false;
    this.#waiting.forEach(({ reject }) => reject(new Error('The worker that loads time-tiles stopped')));
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
