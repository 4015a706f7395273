import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Circle } from '../../src/browser/map/rings/arcs';
import type { Brushes } from '../../src/browser/map/rings/brushes';
import type { Colours } from '../../src/browser/view/colours';
import { RingPainter } from '../../src/browser/map/rings/ring-painter';
import { over, Raster } from '../../src/browser/map/rings/raster';
import { type Painted, RingSheet } from '../../src/browser/map/rings/ring-sheet';
import { RingShape } from '../../src/browser/map/rings/ring-shape';
import { LEADS, Signs } from '../../src/browser/view/signs';

const [RED, BLUE, GROUND, INK] = [0x0000ff, 0xff0000, 0xeeeeee, 0x101010];
const OPAQUE = 0xff000000;

const signs = new Signs();
const block = { left: 0, top: -3, x: Uint8Array.from({ length: 35 }, (_, i) => i % 5), y: Uint8Array.from({ length: 35 }, (_, i) => i / 5), cover: new Uint8Array(35).fill(200) };
const brushes: Brushes = {
  colour: property => property === '--surface' ? GROUND : property === '--text' ? INK : property === signs.ofKey('attack').property ? RED : BLUE,
  letters: () => ({ advance: () => 6.25, mask: () => block }),
  sign: () => ({ width: 8, height: 8, pixels: new Uint32Array(64).fill(0x80123456) }),
};

function ring(group: number, x: number, y: number, ...counts: [kind: string, count: number][]): Painted {
  const count = counts.reduce((sum, [, one]) => sum + one, 0);
  return { group, x, y, radius: Math.round(21 + 3.6 * Math.log(count)) / 2, count, parts: counts.map(([key, one]) => ({ key, count: one })) };
}

/** What a canvas would show, and how many parts of it were put there. */
class Shown {
  readonly pixels = new Uint32Array(200 * 200);
  puts = 0;
  readonly #sheet = new RingSheet(brushes, signs, 1, side => new Raster(new Uint32Array(side * side), side));

  show(rings: readonly Painted[]): this {
    this.puts = 0;
    this.#sheet.show(rings, raster => {
      this.puts++;
      for (let y = Math.max(0, raster.top); y < Math.min(200, raster.bottom); y++) {
        for (let x = Math.max(0, raster.left); x < Math.min(200, raster.right); x++) {
          this.pixels[y * 200 + x] = raster.pixels[raster.indexOf(x, y)]!;
        }
      }
    });
    return this;
  }

  at(x: number, y: number): number {
    return this.pixels[y * 200 + x]!;
  }
}

test('arcs take their shares of the circle from the top on, with a gap between them', () => {
  const circle = new Circle(1);
  circle.begin({ radius: 20, middle: 18 }, false);
  circle.add(0.25, RED, false);
  circle.add(0.75, BLUE, false);
  const told = [0.125, 0.24, 0.25, 0.26, 0.6, 0.999].map(turn => {
    const step = Math.floor(turn * circle.cover.length);
    return [circle.cover[step], circle.cover[step] === 0 ? 0 : circle.colour[step]];
  });
  assert.deepEqual(told.map(([cover]) => cover! > 200 ? 'all' : cover! < 100 ? 'little' : 'half'), ['all', 'all', 'little', 'all', 'all', 'little']);
  assert.deepEqual([told[0]![1], told[4]![1]], [RED, BLUE]);
});

test('one arc closes the circle without a seam, and a hollow one is dashed and thin', () => {
  const circle = new Circle(2);
  circle.begin({ radius: 20, middle: 18 }, true);
  circle.add(1, RED, false);
  assert.ok(circle.cover.every((cover, i) => cover === 255 && circle.colour[i] === RED && circle.isThin[i] === 0));
  circle.begin({ radius: 20, middle: 18 }, true);
  circle.add(1, BLUE, true);
  const dashes = circle.cover.reduce((sum, cover, i) => sum + (cover === 255 && circle.cover[(i + circle.cover.length - 1) % circle.cover.length]! < 255 ? 1 : 0), 0);
  assert.equal(dashes, Math.ceil(2 * Math.PI * 18 / 5.2));
  assert.ok(circle.cover.every((cover, i) => cover === 0 || circle.isThin[i] === 1));
});

test('a ring has its ground in the middle, its arcs around it and nothing beside it', () => {
  const shape = new RingShape(20, 1, GROUND);
  const raster = new Raster(new Uint32Array(shape.side ** 2), shape.side);
  raster.begin(100 - shape.reach, 100 - shape.reach);
  const circle = new Circle(1);
  circle.begin(shape, false);
  circle.add(0.5, RED, false);
  circle.add(0.5, BLUE, false);
  shape.paint(raster, 100, 100, circle);
  const at = (x: number, y: number): number => raster.pixels[raster.indexOf(x, y)]!;
  const isRed = (pixel: number): boolean => (pixel >> 8 & 255) < 16 && (pixel & 255) > 240;
  assert.deepEqual([at(100, 100), at(117, 100), isRed(at(119, 100)), at(82, 100), at(100 - shape.reach, 100 - shape.reach)],
    [OPAQUE + GROUND, OPAQUE + RED, true, OPAQUE + BLUE, 0]);
  raster.begin(raster.left, raster.top);
  circle.begin(shape, true);
  circle.add(1, RED, true);
  shape.paint(raster, 100, 100, circle);
  assert.deepEqual([at(115, 100), at(119, 100), Array.from(raster.pixels).filter(pixel => pixel >>> 0 === OPAQUE + RED).length > 20], [OPAQUE + GROUND, OPAQUE + GROUND, true]);
});

test('only rings that changed are painted again', () => {
  const shown = new Shown();
  const first = [ring(0, 50, 50, ['attack', 40], ['strike', 2]), ring(1, 150, 50, ['attack', 7]), ring(2, 50, 150, ['strike', 12])];
  assert.equal(shown.show(first).puts, 3);
  assert.equal(shown.show(first.map(one => ({ ...one, parts: [...one.parts] }))).puts, 0);
  assert.equal(shown.show([ring(0, 50, 50, ['attack', 39], ['strike', 3]), first[1]!, first[2]!]).puts, 1);
  const left = shown.show([first[1]!]);
  assert.deepEqual([left.puts, left.at(50, 50), left.at(50, 150), left.at(150, 42)], [2, 0, 0, OPAQUE + GROUND]);
});

test('what is painted bit by bit looks as if it were painted at once, also where rings overlap, change size and become signs', () => {
  let seed = 11;
  const random = (below: number): number => (seed = seed * 48271 % 2147483647) % below;
  const shown = new Shown();
  for (let step = 0; step < 60; step++) {
    const rings: Painted[] = [];
    for (let group = 0; group < 12; group++) {
      const [x, y] = [20 + group * 37 % 160, 15 + group * 53 % 170];
      const kinds: [string, number][] = [['attack', random(4) * random(400)], ['strike', random(3)], [LEADS, random(2)]];
      const counts = kinds.filter(([, count]) => count > 0);
      counts.length > 0 && rings.push(ring(group, x + (step > 40 ? 3 : 0), y, ...counts));
    }
    shown.show(rings);
    assert.deepEqual(shown.pixels, new Shown().show(rings).pixels, `step ${step}`);
  }
});

test('a colour lies over what is there as much as it covers of it', () => {
  assert.deepEqual([over(OPAQUE + RED, BLUE, 255), over(OPAQUE + RED, BLUE, 0), over(OPAQUE + RED, BLUE, 102), over(0, BLUE, 100), over(0, BLUE, 0)].map(pixel => pixel >>> 0),
    [OPAQUE + BLUE, OPAQUE + RED, OPAQUE + 0x660099, (100 << 24 | BLUE) >>> 0, 0]);
  assert.equal(over(0x80000000 + RED, BLUE, 128) >>> 24, 192);
});

test('what was painted with other signs goes before the next is painted', () => {
  const done: string[] = [];
  const context = {
    canvas: { width: 200, height: 200 }, save() {}, restore() {}, resetTransform() {},
    clearRect: (...box: number[]) => done.push(`clear ${box.join(' ')}`), putImageData: (_: unknown, left: number, top: number) => done.push(`put ${left} ${top}`),
    set font(_: string) {}, fillText() {}, measureText: () => ({ width: 6 }), getImageData: (_: number, __: number, width: number, height: number) => ({ width, data: new Uint8ClampedArray(width * height * 4) }),
  };
  Object.assign(globalThis, {
    OffscreenCanvas: class { getContext() { return context; } },
    ImageData: class { readonly data: Uint8ClampedArray; constructor(width: number, height: number) { this.data = new Uint8ClampedArray(width * height * 4); } },
  });
  const painter = new RingPainter({ get: () => '#123456' } as unknown as Colours, 'serif');
  const paint = (rings: readonly Painted[], by: Signs, isClean: boolean): string[] => {
    done.length = 0;
    painter.paint(context as unknown as CanvasRenderingContext2D, rings, by, 1, isClean);
    return [...done];
  };
  const [one, other] = [ring(0, 50, 50, ['attack', 40]), ring(1, 150, 50, ['attack', 40])];
  assert.deepEqual([paint([one, other], signs, true), paint([one, other], signs, false), paint([one], new Signs('dataset'), false)],
    [['put 31 31', 'put 131 31'], [], ['clear 0 0 200 200', 'put 31 31']]);
});
