import { nextStep, settledStep, sheetHeights, type SheetStep } from '#views/sheet-heights.ts';

/** How much of the screen the bottom sheet takes, and where a finger has drawn it. */
export class Sheet {
  /** Height of the window, px; 0 until it is known. */
  viewport = $state(0);
  step = $state<SheetStep>('half');
  /** px while a finger holds it. */
  dragged = $state<number | null>(null);

  readonly height = $derived.by(() => this.dragged ?? sheetHeights(this.viewport)[this.step]);

  /** @param velocity px per millisecond, positive upwards */
  settle(velocity: number): void {
    this.step = settledStep(this.height, velocity, this.viewport);
    this.dragged = null;
  }

  move(by: 1 | -1): void {
    this.step = nextStep(this.step, by);
  }
}
