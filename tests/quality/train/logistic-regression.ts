/** One example: features with their values, how far the label holds (0–1), and how much the example counts. */
export interface Example {
  indices: Int32Array;
  values: Float64Array;
  label: number;
  weight: number;
}

export interface Logistic {
  bias: number;
  weights: Float64Array;
}

const ITERATIONS = 120;
const HISTORY = 8;
const TOLERANCE = 1e-4;

/**
 * Ridge logistic regression on soft labels: least ½‖w‖² + cost · Σ loss, the bias free. L-BFGS with a backtracking line
 * search; no randomness, so the same examples give the same weights.
 */
export function fitLogistic(examples: readonly Example[], features: number, cost: number): Logistic {
  const size = features + 1;
  let at = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = lossAt(examples, at, cost, gradient);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let round = 0; round < ITERATIONS; round += 1) {
    const direction = descent(gradient, steps, changes);
    const slope = dot(direction, gradient);
    if (-slope < TOLERANCE) break;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let step = round === 0 ? 1 / Math.max(1, Math.sqrt(-slope)) : 1; step > 1e-8; step /= 2) {
      for (let i = 0; i < size; i += 1) next[i] = (at[i] ?? 0) + step * (direction[i] ?? 0);
      nextLoss = lossAt(examples, next, cost, nextGradient);
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
  return { bias: at[features] ?? 0, weights: at.slice(0, features) };
}

function lossAt(examples: readonly Example[], at: Float64Array, cost: number, gradient: Float64Array): number {
  const bias = at.length - 1;
  let loss = 0;
  for (let i = 0; i < bias; i += 1) {
    const w = at[i] ?? 0;
    gradient[i] = w;
    loss += 0.5 * w * w;
  }
  gradient[bias] = 0;
  for (const { indices, values, label, weight } of examples) {
    let sum = at[bias] ?? 0;
    for (let k = 0; k < indices.length; k += 1) sum += (at[indices[k] ?? 0] ?? 0) * (values[k] ?? 0);
    const softplus = sum > 0 ? sum + Math.log1p(Math.exp(-sum)) : Math.log1p(Math.exp(sum));
    loss += cost * weight * (softplus - label * sum);
    const error = cost * weight * (1 / (1 + Math.exp(-sum)) - label);
    for (let k = 0; k < indices.length; k += 1) {
      const index = indices[k] ?? 0;
      gradient[index] = (gradient[index] ?? 0) + error * (values[k] ?? 0);
    }
    gradient[bias] = (gradient[bias] ?? 0) + error;
  }
  return loss;
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
