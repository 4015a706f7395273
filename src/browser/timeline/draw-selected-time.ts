// The selected incident where no marks are drawn: a line in the accent colour through the bars, with the ring that marks have.

import type { Easel } from './easel';

const RADIUS = 4.5; // pixels

export function drawSelectedTime({ context, ink, picture, selectedTime }: Easel): void {
  const { scale, layout } = picture;
  if (selectedTime === null || selectedTime < scale.from || selectedTime > scale.to) {
    return;
  }
  const x = scale.x(selectedTime);
  const y = layout.barsTop + RADIUS;
  for (const [property, width] of [['--surface', 4], ['--accent', 2]] as const) {
    context.beginPath();
    context.arc(x, y, RADIUS, 0, 2 * Math.PI);
    context.moveTo(x, y + RADIUS);
    context.lineTo(x, layout.baseline);
    context.strokeStyle = ink.get(property);
    context.lineWidth = width;
    context.stroke();
  }
}
