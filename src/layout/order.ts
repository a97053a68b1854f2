const DIGIT = 16;
const VALUES = 1 << DIGIT;
/** Below so many the counting of digits costs more than comparisons do. */
const FEW = 4096;

/**
 * The positions of an array of numbers in ascending order of value; equal values keep their order. A radix sort by four digits of 16 bits:
 * a million in some tens of milliseconds, where a comparator takes a second.
 * @param values finite
 */
export function orderOf(values: Float64Array): Int32Array {
  const count = values.length;
  let order = new Int32Array(count);
  for (let i = 0; i < count; i += 1) order[i] = i;
  if (isSorted(values)) return order;
  if (count < FEW) return order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const digits = new Uint16Array(new Float64Array(values).buffer); // least first, on the machines there are
  flipSigns(digits, count);
  let next = new Int32Array(count);
  for (let digit = 0; digit < 4; digit += 1) {
    const places = new Uint32Array(VALUES + 1);
    for (let i = 0; i < count; i += 1) {
      const value = (digits[4 * i + digit] as number) + 1;
      places[value] = (places[value] as number) + 1;
    }
    if (places.includes(count)) continue; // all the same
    for (let value = 1; value <= VALUES; value += 1)
      places[value] = (places[value] as number) + (places[value - 1] as number);
    for (let i = 0; i < count; i += 1) {
      const at = order[i] as number;
      const value = digits[4 * at + digit] as number;
      next[places[value] as number] = at;
      places[value] = (places[value] as number) + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

function isSorted(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i += 1) if ((values[i] as number) < (values[i - 1] as number)) return false;
  return true;
}

/** The bits of doubles ordered as whole numbers: the sign of positive ones is set, all bits of negative ones are turned. */
function flipSigns(digits: Uint16Array, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const top = 4 * i + 3;
    if (((digits[top] as number) & 0x8000) === 0) digits[top] = (digits[top] as number) | 0x8000;
    else for (let digit = 0; digit < 4; digit += 1) digits[4 * i + digit] = ~(digits[4 * i + digit] as number);
  }
}
