// Puts text on the clipboard, and says so for a moment.

const SAY_FOR = 2_000; // milliseconds

/** `done` and `failed` are what is said, by whether it could be copied. */
export async function copyAndSay(text: string, done: string, failed: string): Promise<void> {
  say(await write(text) ? done : failed);
}

/** The clipboard is closed to pages that are not served securely; selecting a field still works there. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    return isCopied;
  }
}

export function say(text: string): void {
  const note = document.createElement('span');
  note.className = 'copy-note';
  note.setAttribute('role', 'status');
  document.body.append(note);
  note.textContent = text;
  setTimeout(() => note.remove(), SAY_FOR);
}
