const ITERATIONS = 120;
const HISTORY = 8;
const TOLERANCE = 1e-4;

/** Gives the loss at a point and writes the gradient there. */
export type Loss = (at: Float64Array, gradient: Float64Array) => number;

/** L-BFGS with a backtracking line search from a given start; no randomness, so the same loss gives the same minimum. */
export function minimise(lossAt: Loss, start: Float64Array): Float64Array {
  let at = start;
  let gradient = new Float64Array(start.length);
  let loss = lossAt(at, gradient);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let round = 0; round < ITERATIONS; round += 1) {
    const direction = descent(gradient, steps, changes);
    const slope = dot(direction, gradient);
    if (-slope < TOLERANCE) break;
    const next = new Float64Array(start.length);
    const nextGradient = new Float64Array(start.length);
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let step = round === 0 ? 1 / Math.max(1, Math.sqrt(-slope)) : 1; step > 1e-8; step /= 2) {
      for (let i = 0; i < next.length; i += 1) next[i] = (at[i] ?? 0) + step * (direction[i] ?? 0);
      nextLoss = lossAt(next, nextGradient);
      if (nextLoss <= loss + 1e-4 * step * slope) break;
    }
    if (nextLoss > loss) break;
    steps.push(difference(next, at));
    changes.push(difference(nextGradient, gradient));
    if (steps.length > HISTORY) {
      steps.shift();
      changes.shift();
    }
    [at, gradient, loss] = [next, nextGradient, nextLoss];
  }
  return at;
}

/** The two-loop recursion: minus the inverse Hessian, as far as the last steps tell it, times the gradient. */
function descent(
  gradient: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
): Float64Array {
  const direction = gradient.map((g) => -g);
  const factors: number[] = [];
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    const [s, y] = [steps[i], changes[i]];
    if (s === undefined || y === undefined) continue;
    const factor = dot(s, direction) / dot(s, y);
    factors[i] = factor;
    add(direction, y, -factor);
  }
  const [s, y] = [steps.at(-1), changes.at(-1)];
  if (s !== undefined && y !== undefined) scale(direction, dot(s, y) / dot(y, y));
  for (let i = 0; i < steps.length; i += 1) {
    const [step, change] = [steps[i], changes[i]];
    if (step === undefined || change === undefined) continue;
    add(direction, step, (factors[i] ?? 0) - dot(change, direction) / dot(step, change));
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function add(to: Float64Array, what: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i] ?? 0) + factor * (what[i] ?? 0);
}

function scale(what: Float64Array, factor: number): void {
  for (let i = 0; i < what.length; i += 1) what[i] = (what[i] ?? 0) * factor;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - (b[i] ?? 0));
}
