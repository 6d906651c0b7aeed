import { evidenceBar } from '../view/evidence.ts';

/** A score drawn as a bar, cut into its weightiest reasons; the number and the words stand beside it. */
export const EvidenceBar = ({ score, weights }: { score: number; weights: readonly number[] }) => (
  <svg class="bar ev" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="10" />
    {evidenceBar(score, weights).map(({ x, width, shade }) => (
      <rect class={`f${shade}`} x={x.toFixed(1)} width={width.toFixed(1)} height="10" />
    ))}
  </svg>
);
