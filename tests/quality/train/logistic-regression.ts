import { minimise } from './minimise.ts';

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

/** Ridge logistic regression on soft labels: least ½‖w‖² + cost · Σ loss, the bias free. */
export function fitLogistic(examples: readonly Example[], features: number, cost: number): Logistic {
  const at = minimise((point, gradient) => lossOf(examples, point, cost, gradient), new Float64Array(features + 1));
  return { bias: at[features] ?? 0, weights: at.slice(0, features) };
}

function lossOf(examples: readonly Example[], at: Float64Array, cost: number, gradient: Float64Array): number {
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
