// The browser's side of the page: the custom elements that the Razor components render, and the one view they share.

import { defineLiveBriefing } from './briefing/briefing';
import { takeDroppedFiles } from './importing/drop-anywhere';
import { defineKnownScrubber } from './known-on/scrubber';
import { createMap } from './map/map';
import { defineBottomSheet } from './page/bottom-sheet';
import { defineChainSteps } from './page/chain-steps';
import { defineConnectionState, startCircuit } from './page/connection';
import { handOver } from './page/handover';
import { listenToKeys } from './page/keys';
import { definePart } from './page/part';
import { defineSplitHandle } from './page/split-handle';
import { defineThemeSwitch } from './page/theme-switch';
import { defineShareMenu } from './sharing/share-menu';
import { createTimeline } from './timeline/timeline';
import { defineExploreView } from './view/explore-view';
import { defineLiveCount } from './view/live-count';
import { View } from './view/view';

const view = new View();

defineExploreView(view);
defineChainSteps(view);
defineThemeSwitch(() => view.themeChanged());
defineConnectionState();
defineShareMenu();
defineSplitHandle();
defineBottomSheet();
defineKnownScrubber();

takeDroppedFiles();

const map = definePart('incident-map', element => createMap(element, view));
const timeline = definePart('incident-timeline', element => createTimeline(element, view));
defineLiveBriefing(view, map);
defineLiveCount(view); // after both: what it writes would otherwise be laid out before they draw, and then once more

listenToKeys({
  step: direction => timeline()?.step(direction),
  moveWindow: direction => timeline()?.moveWindow(direction),
  growWindow: direction => timeline()?.growWindow(direction),
  togglePlay: () => timeline()?.toggle(),
  fitMap: () => map()?.fit(),
});

// The picture does not wait for the circuit: its scripts stand behind this one, and have run by then.
addEventListener('DOMContentLoaded', () => {
  handOver();
  void startCircuit();
}, { once: true });
