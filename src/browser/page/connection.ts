// A lost circuit reconnects; one that the server no longer knows brings the page back at the same address. Meanwhile
// <connection-state> says since when the picture stands still.

interface BlazorHost {
  start(options: object): Promise<void>;
  reconnect(): Promise<boolean>;
  registerCustomEventType(name: string, options: { createEventArgs(event: CustomEvent): unknown }): void;
}

const TRY_EVERY = 1_000; // milliseconds

let lostAt: Date | null = null;

/** Starts Blazor, which must be loaded with autostart="false". */
export async function startCircuit(): Promise<void> {
  const blazor = (globalThis as { Blazor?: BlazorHost }).Blazor;
  if (blazor === undefined) {
    return;
  }
  blazor.registerCustomEventType('viewchanged', { createEventArgs: event => ({ query: event.detail.query }) });
  addEventListener('popstate', () => lostAt !== null && location.reload());
  await blazor.start({
    circuit: {
      reconnectionHandler: {
        onConnectionDown: () => void comeBack(blazor),
        onConnectionUp: () => show(null),
      },
    },
  });
}

async function comeBack(blazor: BlazorHost): Promise<void> {
  if (lostAt !== null) {
    return;
  }
  show(new Date());
  let isGone = false;
  while (lostAt !== null) {
    if (await serverAnswers()) {
      if (isGone) {
        location.reload();
        return;
      }
      if (await isCircuitBack(blazor)) {
        show(null);
        return;
      }
      isGone = true; // but the one that answered may be a server that is just stopping: the next answer counts
    }
    await new Promise(resume => setTimeout(resume, TRY_EVERY));
  }
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

async function isCircuitBack(blazor: BlazorHost): Promise<boolean> {
  try {
    return await blazor.reconnect();
  } catch {
    return false;
  }
}

function show(since: Date | null): void {
  lostAt = since;
  for (const element of document.querySelectorAll('connection-state')) {
    describe(element);
  }
}

function describe(element: Element): void {
  element.toggleAttribute('data-lost', lostAt !== null);
  element.textContent = lostAt === null ? '' : `Not connected since ${lostAt.toLocaleTimeString('en-GB')}. The picture stands still; trying again.`;
}

export function defineConnectionState(): void {
  customElements.define('connection-state', class extends HTMLElement {
    connectedCallback(): void {
      this.setAttribute('role', 'status');
      describe(this);
    }
  });
}
