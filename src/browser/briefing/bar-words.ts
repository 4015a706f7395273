// What the bar says, in every state of a briefing.

import type { BarAction, BarContent } from './bar';
import type { Follower } from './follower';
import type { Presenter } from './presenter';

export function presentersBar({ state, followers, kept }: Pick<Presenter, 'state' | 'followers' | 'kept'>, actions: readonly BarAction[]): BarContent {
  const keptWords = kept.length === 0 ? '' : kept.length === 1 ? '1 view kept' : `${kept.length} views kept`;
  const count = followers === 0 ? 'Nobody follows yet' : followers === 1 ? '1 follows' : `${followers} follow`;
  switch (state) {
    case 'live': return { mood: 'live', words: ['You are live'], more: keptWords, count, actions };
    case 'paused': return { mood: 'still', words: ['Paused'], more: 'Followers still see what you showed last.', count, actions };
    case 'outside': return { mood: 'still', words: ['Not shown'], more: 'This is not seen through the link that you present. Followers still see what you showed last.', count, actions };
    case 'lost': return { mood: 'still', words: ['Not connected'], more: 'Followers are told that you are away. Trying again.', count: '', actions };
    case 'refused': return { mood: 'still', words: ['You may not present any more'], more: 'Sign in again in another tab, or end the briefing.', count: '', actions };
    case 'ended': return { mood: 'over', words: ['The briefing has ended'], more: keptWords, count: '', actions };
  }
}

export function followersBar({ state, shown }: Pick<Follower, 'state' | 'shown'>, actions: readonly BarAction[]): BarContent {
  const presenter = { name: shown?.presenter ?? '' };
  const base = { count: '', actions };
  switch (state) {
    case 'joining': return { ...base, mood: 'still', words: ['Joining the briefing'], more: '' };
    case 'lost': return { ...base, mood: 'still', words: ['Not connected to the briefing'], more: 'Trying again.' };
    case 'none': return { ...base, mood: 'over', words: ['There is no briefing under this link'], more: 'Or it has ended.' };
    case 'ended': return { ...base, mood: 'over', words: ['The briefing has ended'], more: 'This is what was shown last; the address bar holds it.' };
    case 'apart': return { ...base, mood: 'apart', words: ['You are looking around'], more: standingWords(shown?.standing) };
    case 'following':
      return shown?.standing === 'Away' ? { ...base, mood: 'still', words: ['The presenter is away'], more: 'It goes on when they are back.' }
        : shown?.standing === 'Paused' ? { ...base, mood: 'still', words: [presenter, ' has paused'], more: 'This is what was shown last.' }
        : { ...base, mood: 'live', words: ['Following ', presenter], more: 'Touch the map or the timeline to look around by yourself.' };
  }
}

function standingWords(standing: string | undefined): string {
  return standing === 'Away' ? 'The presenter is away.' : standing === 'Paused' ? 'The presenter has paused.' : '';
}
