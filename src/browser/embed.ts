// The browser's side of a view in a frame of another page: map and timeline, nothing kept and no circuit.

import { defineFullView } from './embed/full-view';
import { defineOpenIncident } from './embed/open-incident';
import { createMap } from './map/map';
import { definePart } from './page/part';
import { createTimeline } from './timeline/timeline';
import { defineExploreView } from './view/explore-view';
import { defineLiveCount } from './view/live-count';
import { View } from './view/view';

const view = new View();

defineExploreView(view, true);
definePart('incident-map', element => createMap(element, view));
definePart('incident-timeline', element => createTimeline(element, view));
defineLiveCount(view);
defineFullView();
defineOpenIncident(view);

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => view.themeChanged());
