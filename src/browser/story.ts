// The browser's side of a story: map and timeline that go from step to step. No circuit, and nothing is kept.

import { createMap } from './map/map';
import { listenToKeys } from './page/keys';
import { definePart } from './page/part';
import { defineStoryPlayer, storyPlayer } from './story/story-player';
import { createTimeline } from './timeline/timeline';
import { View } from './view/view';

const view = new View();

const map = definePart('incident-map', element => createMap(element, view));
const timeline = definePart('incident-timeline', element => createTimeline(element, view));
defineStoryPlayer(view, () => map()?.fit());

listenToKeys({
  step: direction => storyPlayer()?.step(direction),
  moveWindow: direction => timeline()?.moveWindow(direction),
  growWindow: direction => timeline()?.growWindow(direction),
  togglePlay: () => storyPlayer()?.togglePlay(),
  fitMap: () => map()?.fit(),
});

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => view.themeChanged());
