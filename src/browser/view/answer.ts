// What the server answers, or why it does not.

/** The server does not give what was asked for. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    /** Why, where the server says it in words for people; else empty. */
    detail: string,
    /** Milliseconds until it may be asked again, where it says so. */
    readonly wait: number,
  ) {
    super(detail);
  }
}

/** Refusals whose words are for people: too much, too many, too busy. */
const SPOKEN = [413, 503];

/** @throws {Refused} */
export async function answerOf(address: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal, credentials: 'same-origin' });
  if (response.ok) {
    return response;
  }
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  const problem = isProblem ? await response.json() as Record<string, unknown> : {};
  const detail = SPOKEN.includes(response.status) && typeof problem.detail === 'string' ? problem.detail : '';
  throw new Refused(response.status, detail, Number(response.headers.get('retry-after') ?? 0) * 1000);
}

/** What an address asks: "" or "?…". */
export function queryOf(address: string): string {
  const start = address.indexOf('?');
  return start < 0 ? '' : address.slice(start);
}
