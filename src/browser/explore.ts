// The browser's side of the page: the custom elements that the Razor components render, and the one view they share.

import { defineBottomSheet } from './page/bottom-sheet';
import { defineConnectionState, startCircuit } from './page/connection';
import { defineCopyLink } from './page/copy-link';
import { defineSplitHandle } from './page/split-handle';
import { defineThemeSwitch } from './page/theme-switch';
import { defineExploreView } from './view/explore-view';
import { defineLiveCount } from './view/live-count';
import { View } from './view/view';

const view = new View();

defineExploreView(view);
defineLiveCount(view);
defineThemeSwitch(() => view.themeChanged());
defineConnectionState();
defineCopyLink();
defineSplitHandle();
defineBottomSheet();
void startCircuit();
