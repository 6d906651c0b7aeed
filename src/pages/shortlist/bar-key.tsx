import { EvidenceBar } from '../components/evidence-bar.tsx';
import { TimeBar } from '../components/time-bar.tsx';
import type { Ui } from '../ui.ts';
import { leadTimes } from '../view/lead-time.ts';

/** What the two bars mean, with an example of each. */
export const BarKey = ({ ui }: { ui: Ui }) => (
  <p class="key">
    <span>
      <TimeBar days={50} tone="warn" minima={leadTimes([], null)} />
      {ui.m.topics.timeKey}
    </span>
    <span class="p-governance">
      <EvidenceBar score={0.84} weights={[34, 24, 14, 10]} />
      {ui.m.topics.relevanceKey}
    </span>
  </p>
);
