// Sends a file to the server, tells how far it is, and leads to the page of its import. XMLHttpRequest: fetch cannot tell.

export interface UploadProgress {
  /** 0 to 1. */
  (share: number): void;
}

interface Answer { address?: string; detail?: string; title?: string }

const GIVES_UP_WORDS = 'The server did not take the file. Is it still running?';

/** Resolves with the address of the import's page; rejects with words for the person. */
export function upload(file: File, progress: UploadProgress, stop: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/imports?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', event => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener('load', () => {
      const answer = (request.response ?? {}) as Answer;
      // A file that cannot be read has a page too: it says why.
      answer.address === undefined ? reject(new Error(answer.detail ?? answer.title ?? GIVES_UP_WORDS)) : resolve(answer.address);
    });
    request.addEventListener('error', () => reject(new Error(GIVES_UP_WORDS)));
    request.addEventListener('abort', () => reject(new Error('Cancelled. Nothing of the file was kept.')));
    stop.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
