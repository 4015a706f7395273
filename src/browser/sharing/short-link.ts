// Asks the server for the short link of a view: the same view always has the same one.

/** Why there is none, in words for the person. */
export class NoShortLink extends Error {}

const MADE = new Map<string, string>();

/** `query` is that of the view. Resolves to the whole address; what is looked at through a link is shared with that link. */
export async function shortLinkOf(query: string): Promise<string> {
  const through = new URLSearchParams(query).get('link');
  if (through !== null) {
    return `${location.origin}/s/${through}`;
  }
  const known = MADE.get(query);
  if (known !== undefined) {
    return known;
  }
  const address = await ask(query);
  MADE.set(query, address);
  return address;
}

async function ask(query: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch('/s', { method: 'POST', body: new URLSearchParams({ query }) });
  } catch {
    throw new NoShortLink('The server does not answer. Copy the link instead.');
  }
  if (response.status === 429) {
    throw new NoShortLink('Too many short links at once. Wait a minute, or copy the link instead.');
  }
  if (!response.ok) {
    throw new NoShortLink('There is no short link of this view. Copy the link instead.');
  }
  return response.text();
}
