// What makes this very page the presenter's: it outlives a reload, and no other page gets it.

export interface KeptView {
  readonly heading: string;
  /** Of its address, with the question mark. */
  readonly query: string;
}

export interface PresenterSession {
  readonly token: string;
  readonly key: string;
  readonly presenter: string;
  readonly isPaused: boolean;
  /** It is over, and only what was kept is left. */
  readonly hasEnded: boolean;
  readonly kept: readonly KeptView[];
}

const NAME = 'briefing';

export function readSession(): PresenterSession | null {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as PresenterSession | null;
  } catch {
    return null;
  }
}

export function keepSession(session: PresenterSession | null): void {
  try {
    session === null ? sessionStorage.removeItem(NAME) : sessionStorage.setItem(NAME, JSON.stringify(session));
  } catch {
    // A browser that stores nothing: the briefing lives as long as this page does.
  }
}

/** The views as text that can be sent: a heading and a link each. */
export function keptAsText(kept: readonly KeptView[], origin: string): string {
  return kept.map(({ heading, query }) => `${heading}\n${origin}/${query}\n`).join('\n');
}
