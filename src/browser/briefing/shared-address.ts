// The address of what is seen as an ordinary link: who is sent a view is not sent into the briefing that it is seen in.

import { formatQuery, withValues } from '../view/address';
import { BRIEFING } from './shown';

export function sharedQuery(): string {
  return new URLSearchParams(location.search).has(BRIEFING) ? formatQuery(withValues(location.search, { [BRIEFING]: null })) : location.search;
}

export function sharedAddress(): string {
  return location.origin + location.pathname + sharedQuery() + location.hash;
}
