// Files dragged from elsewhere onto the page, wherever on it.

export interface FileListener {
  /** A file hovers over the page, or has left it. */
  over(isOver: boolean): void;
  dropped(file: File): void;
}

/** Returns what ends it. */
export function listenForFiles(listener: FileListener): () => void {
  let depth = 0; // entering a child comes before leaving its parent

  const enter = (event: DragEvent): void => {
    if (bringsFiles(event) && ++depth === 1) {
      listener.over(true);
    }
  };
  const leave = (event: DragEvent): void => {
    if (bringsFiles(event) && depth > 0 && --depth === 0) {
      listener.over(false);
    }
  };
  const hover = (event: DragEvent): void => {
    if (bringsFiles(event)) {
      event.preventDefault(); // or else the browser would open the file in place of the page
      event.dataTransfer!.dropEffect = 'copy';
    }
  };
  const drop = (event: DragEvent): void => {
    if (bringsFiles(event)) {
      event.preventDefault();
      depth = 0;
      listener.over(false);
      const file = event.dataTransfer!.files[0];
      if (file !== undefined) {
        listener.dropped(file);
      }
    }
  };

  addEventListener('dragenter', enter);
  addEventListener('dragleave', leave);
  addEventListener('dragover', hover);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragenter', enter);
    removeEventListener('dragleave', leave);
    removeEventListener('dragover', hover);
    removeEventListener('drop', drop);
  };
}

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
