import type { RoundCard } from '../../domain/topic-card.ts';
import type { Ui } from '../ui.ts';

/** The topic's own budget, with what it is to be divided by. */
export const MoneyCell = ({ ui, round }: { ui: Ui; round: RoundCard | null }) => (
  <>
    {round === null || round.budgetEur === null ? (
      <span class="state soft">{ui.m.topics.budgetUnknown}</span>
    ) : (
      <span class="num">{ui.f.money(round.budgetEur)}</span>
    )}
    <div class="soft">
      {round === null || round.expectedGrants === null
        ? ui.m.topics.grantsUnknown
        : ui.m.topics.grants(round.expectedGrants)}
    </div>
    {round?.budgetShared === true && <div class="soft">{ui.m.topics.shared}</div>}
  </>
);
