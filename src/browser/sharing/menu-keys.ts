// How a menu is walked by keyboard: arrows go round, Home and End jump, a letter goes to the next item that begins with it.

/** The item that has the focus after the key; null for a key that a menu does not answer to. */
export function itemAfter(key: string, names: readonly string[], at: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % names.length;
    case 'ArrowUp':
      return (at <= 0 ? names.length : at) - 1;
    case 'Home':
      return 0;
    case 'End':
      return names.length - 1;
    default:
      return key.length === 1 && key !== ' ' ? nextBeginningWith(key.toLowerCase(), names, at) : null;
  }
}

function nextBeginningWith(letter: string, names: readonly string[], at: number): number | null {
  for (let step = 1; step <= names.length; step++) {
    const index = (at + step) % names.length;
    if (names[index]!.trim().toLowerCase().startsWith(letter)) {
      return index;
    }
  }
  return null;
}
