// <live-briefing>: presenting what is seen here to others, or following what somebody presents. It stands empty while nobody does.
// Attributes: may-present (present where this person may), name (of their account).

import type { IncidentMap } from '../map/map';
import { copyAndSay } from '../page/clipboard';
import { definePart, type Part } from '../page/part';
import type { View } from '../view/view';
import { Bar, type BarAction } from './bar';
import { followersBar, presentersBar } from './bar-words';
import { askForHeading, askForName, askForTitle } from './dialogs';
import { Follower } from './follower';
import { Presenter } from './presenter';
import { keptAsText } from './presenter-session';
import { BRIEFING } from './shown';

const TAG = 'live-briefing';
const START = '#present'; // at the end of an address: begin a briefing with this view
const START_EVENT = 'presentlive'; // on the document: somebody wants to

export function defineLiveBriefing(view: View, map: () => IncidentMap | null): void {
  definePart(TAG, root => new LiveBriefing(root, view, map));
}

class LiveBriefing implements Part {
  readonly #view: View;
  readonly #map: () => IncidentMap | null;
  readonly #bar: Bar;
  readonly #end = new AbortController();
  #presenter: Presenter | null;
  #follower: Follower | null = null;

  constructor(root: HTMLElement, view: View, map: () => IncidentMap | null) {
    [this.#view, this.#map] = [view, map];
    this.#bar = new Bar(root);
    this.#presenter = Presenter.resume(view, this.#where, () => this.#draw());
    const token = new URLSearchParams(location.search).get(BRIEFING);
    if (token !== null && (this.#presenter?.state ?? 'ended') === 'ended') {
      this.#presenter = null;
      this.#follower = new Follower(token, view, this.#where, () => this.#draw());
    }
    document.addEventListener(START_EVENT, () => this.#askToStart(), { signal: this.#end.signal });
    if (location.hash === START) {
      history.replaceState(history.state, '', location.pathname + location.search);
      this.#askToStart();
    }
    this.#draw();
  }

  resize(): void {
    // Its height is that of its words.
  }

  dispose(): void {
    this.#end.abort();
    this.#presenter?.leave();
    this.#follower?.dispose();
  }

  readonly #where = () => this.#map()?.where ?? null;

  #askToStart(): void {
    const owner = document.querySelector(TAG);
    if (this.#presenter !== null && this.#presenter.state !== 'ended' || owner?.hasAttribute('may-present') !== true) {
      return;
    }
    askForName(owner.getAttribute('name') ?? '', async name => {
      this.#presenter = await Presenter.begin(name, this.#view, this.#where, () => this.#draw());
      this.#follower?.leave();
      this.#follower = null;
      this.#draw();
      await this.#copy();
    });
  }

  #copy(): Promise<void> {
    const { address } = this.#presenter!;
    return copyAndSay(address, 'Link copied: send it to those who are to follow', address);
  }

  #draw(): void {
    const [presenter, follower] = [this.#presenter, this.#follower];
    if (presenter !== null) {
      this.#bar.show(presentersBar(presenter, this.#presentersActions(presenter)));
    } else if (follower !== null) {
      this.#bar.show(followersBar(follower, this.#followersActions(follower)));
    } else {
      this.#bar.show(null);
    }
  }

  #presentersActions(presenter: Presenter): BarAction[] {
    const close: BarAction = { label: 'Close', icon: 'close', isQuiet: true, act: () => this.#close() };
    if (presenter.state === 'ended' && presenter.kept.length > 0) {
      return [
        { label: 'Make a story', title: 'Make a story of the kept views', icon: 'keep', isMain: true, act: () => askForTitle(titleToday(), title => presenter.tell(title || titleToday())) },
        { label: 'Copy kept views', title: 'Copy the kept views as headings and links', icon: 'link', act: () => void copyAndSay(keptAsText(presenter.kept, location.origin), 'Kept views copied', 'They could not be copied') },
        close,
      ];
    }
    if (presenter.state === 'ended') {
      return [close];
    }
    return [
      { label: 'Copy link', title: 'Copy the link that others follow', icon: 'link', isMain: true, act: () => void this.#copy() },
      { label: 'Keep this view', title: 'Keep what is seen now, under a heading', icon: 'keep', act: () => askForHeading(headingHere(), heading => presenter.keepView(heading || headingHere())) },
      presenter.state === 'paused'
        ? { label: 'Go on', title: 'Followers see again what you do', icon: 'play', act: () => presenter.pause(false) }
        : { label: 'Pause', title: 'Look around unseen', icon: 'pause', act: () => presenter.pause(true) },
      { label: 'End', title: 'End the briefing for all', icon: 'close', isQuiet: true, act: () => void presenter.end() },
    ];
  }

  #followersActions(follower: Follower): BarAction[] {
    const leave: BarAction = { label: follower.state === 'none' || follower.state === 'ended' ? 'Close' : 'Leave', icon: 'close', isQuiet: true, act: () => this.#close() };
    return follower.state === 'apart'
      ? [{ label: 'Rejoin', title: 'Follow again (J)', icon: 'play', key: 'j', isMain: true, act: () => follower.rejoin() }, leave]
      : [leave];
  }

  #close(): void {
    this.#follower?.leave();
    this.#follower = null;
    this.#presenter?.close();
    this.#presenter = null;
    this.#draw();
  }
}

/** What the page calls this view. */
function headingHere(): string {
  return document.querySelector('.results article h2, .app-bar h1')?.textContent?.trim() ?? document.title;
}

function titleToday(): string {
  return `Briefing of ${new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`;
}
