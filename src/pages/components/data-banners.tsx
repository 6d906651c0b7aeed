import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';

/** From this age on data say how old they are: a month without a new reading is no longer "today". */
const OLD_MONTHS = 1;

/** What a reader must know of the data before believing the page: the portal does not answer, the data are old. */
export const DataBanners = ({ ui, shell: { freshness } }: { ui: Ui; shell: Shell }) => {
  const { unreachableSince, dataOn, monthsOld } = freshness;
  const old = dataOn !== null && monthsOld !== null && monthsOld >= OLD_MONTHS;
  if (unreachableSince === null && !old) return null;
  return (
    <div class="banners">
      {unreachableSince !== null && (
        <div class="callout bad">
          <p>
            <strong>{ui.m.frame.unreachableTitle}</strong>{' '}
            <span class="more">
              {ui.m.frame.unreachable(ui.f.moment(unreachableSince), dataOn === null ? null : ui.f.day(dataOn))}
            </span>{' '}
            {old && ui.m.frame.old(ui.f.month(dataOn), monthsOld)}
          </p>
          <a href={href.sources}>{ui.m.frame.unreachableNext}</a>
        </div>
      )}
      {old && unreachableSince === null && (
        <div class="callout warn">
          <p>
            <strong>{ui.m.frame.old(ui.f.month(dataOn), monthsOld)}</strong>{' '}
            <span class="more">{ui.m.frame.oldWhy}</span>
          </p>
          <a href={href.sources}>{ui.m.frame.oldNext}</a>
        </div>
      )}
    </div>
  );
};
