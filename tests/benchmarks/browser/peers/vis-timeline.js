// vis-timeline: every point is an item; a window is what it shows of the time.

import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { Timeline } from 'vis-timeline/standalone';
import { DAY, run } from './page.js';

run((points, element) => new Promise(ready => {
  const items = Array.from(points.days, (day, id) => ({ id, content: '', start: day * DAY, type: 'point' }));
  const timeline = new Timeline(element, items, {
    height: `${element.clientHeight}px`, stack: false, showCurrentTime: false,
    start: points.days[0] * DAY, end: points.days[points.count - 1] * DAY,
    onInitialDrawComplete: () => ready({
      show({ from, to }) {
        timeline.setWindow(from * DAY, to * DAY, { animation: false });
      },
    }),
  });
  timeline.on('changed', () => window.benchmark.drew());
}));
