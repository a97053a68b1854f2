import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitTree } from '#layout/bit-tree.ts';

test('property: before(value) and after(value) give the nearest members, as a sorted list would', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 70_000 })),
      fc.integer({ min: 0, max: 70_000 }),
      (members, value) => {
        const tree = new BitTree(70_001);
        for (const member of members) tree.add(member);
        expect(tree.before(value)).toBe(
          members.filter((member) => member < value).reduce((a, b) => Math.max(a, b), -1),
        );
        const above = members.filter((member) => member > value);
        expect(tree.after(value)).toBe(above.length ? Math.min(...above) : -1);
      },
    ),
  );
});

test('a tree of one place holds it', () => {
  const tree = new BitTree(1);
  tree.add(0);
  expect([tree.before(0), tree.after(0)]).toEqual([-1, -1]);
});
