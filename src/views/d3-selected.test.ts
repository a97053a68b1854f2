import { zoom, zoomIdentity, zoomTransform } from 'd3-zoom';
import { expect, test } from 'vitest';
import { pointer, select } from './d3-selected.ts';

const heard = (target: EventTarget, ...types: string[]): void =>
  types.forEach((type) => target.dispatchEvent(new Event(type)));

test('on(names, listener) listens under each name until the name is given null', () => {
  const target = new EventTarget();
  const said: string[] = [];
  const selection = select(target)
    .on('move.zoom up.zoom', ({ type }) => said.push(type))
    .on('move.drag', () => said.push('drag'));
  heard(target, 'move', 'up');
  expect(said).toEqual(['move', 'drag', 'up']);
  selection.on('.zoom', null);
  heard(target, 'move', 'up');
  expect(said).toEqual(['move', 'drag', 'up', 'drag']);
});

test('on(name, listener) puts a listener in the place of the one of that name, also from another selection', () => {
  const target = new EventTarget();
  const said: number[] = [];
  select(target).on('move.zoom', () => said.push(1));
  select(target).on('move.zoom', () => said.push(2));
  heard(target, 'move');
  expect(said).toEqual([2]);
  select(target).on('move.zoom', null);
  heard(target, 'move');
  expect(said).toEqual([2]);
});

test('filter(keeps) leaves a selection of nothing, on which all is quiet', () => {
  const target = new EventTarget();
  let n = 0;
  select(target)
    .filter(() => 0)
    .on('move.zoom', () => (n += 1))
    .property('mark', () => 1);
  heard(target, 'move');
  expect([n, 'mark' in target]).toEqual([0, false]);
});

test('a zoom of d3 sets its transform through a selection and tells of it', () => {
  const target = new EventTarget();
  const told: number[] = [];
  const behaviour = zoom<Element, unknown>()
    .extent([
      [0, 0],
      [100, 100],
    ])
    .touchable(() => false)
    .on('zoom', ({ transform }: { transform: { k: number } }) => told.push(transform.k));
  const selection = select(target);
  selection.call(behaviour as never);
  selection.call(behaviour.transform as never, zoomIdentity.scale(4));
  expect(told).toEqual([4]);
  expect(zoomTransform(target as unknown as Element).k).toBe(4);
});

test('pointer(event, element) counts from inside the border', () => {
  const element = { getBoundingClientRect: () => ({ left: 10, top: 20 }), clientLeft: 1, clientTop: 2 };
  expect(pointer({ clientX: 31, clientY: 42 }, element as Element)).toEqual([20, 20]);
});
