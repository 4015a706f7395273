// On the page of a view: a file that is dropped anywhere is taken to be added.

import { element, setText } from '../page/elements';
import { listenForFiles } from './page-drop';
import { upload } from './upload';

const SAY_FOR = 6_000; // milliseconds

export function takeDroppedFiles(): void {
  const veil = element('div', 'drop-veil', element('p', 'drop-veil-words', 'Drop the file to add its incidents. Nothing is changed until you have seen what would be.'));
  const note = element('p', 'copy-note', '');
  note.setAttribute('role', 'status');
  listenForFiles({
    over: isOver => isOver ? document.body.append(veil) : veil.remove(),
    dropped: file => void send(file, note),
  });
}

async function send(file: File, note: HTMLElement): Promise<void> {
  document.body.append(note);
  setText(note, `Sending ${file.name}`);
  try {
    location.assign(await upload(file, share => setText(note, `Sending ${file.name}, ${Math.round(share * 100)} %`), new AbortController().signal));
  } catch (problem) {
    setText(note, problem instanceof Error ? problem.message : String(problem));
    setTimeout(() => note.remove(), SAY_FOR);
  }
}
