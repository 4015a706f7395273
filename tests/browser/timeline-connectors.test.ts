import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectorBetween } from '../../src/browser/timeline/connectors/connector-geometry';

test('a connector leaves one mark and comes down on the other', () => {
  const connector = connectorBetween({ x: 100, y: 150 }, { x: 200, y: 120 }, 7, 20)!;
  assert.deepEqual([connector.from, connector.to], [{ x: 100, y: 143 }, { x: 200, y: 113 }]);
  assert.equal(connector.top.x, 150);
  assert.ok(connector.top.y < 113);
});

test('a long connector rises higher, and none above its ceiling', () => {
  const top = (distance: number): number => connectorBetween({ x: 0, y: 150 }, { x: distance, y: 150 }, 7, 20)!.top.y;
  assert.ok(top(200) < top(60) && top(60) < 143);
  assert.ok(top(5000) >= 20);
});

test('a connector may go back in time, and there is none between marks above each other', () => {
  assert.ok(connectorBetween({ x: 200, y: 150 }, { x: 100, y: 150 }, 7, 20)!.second.x > 100);
  assert.equal(connectorBetween({ x: 100, y: 150 }, { x: 104, y: 120 }, 7, 20), null);
});
