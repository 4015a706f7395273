// One time-tile, from the server to its columns.

import { answerOf } from '../view/answer';
import { decodeTimeTile, type TimeTile } from './time-tile';

/** @throws {Refused} */
export async function loadTile(address: string, signal: AbortSignal): Promise<TimeTile> {
  const answer = await answerOf(address, signal);
  return decodeTimeTile(await answer.arrayBuffer());
}
