import type { CollectProgress } from '../../services/collect/collect-progress.ts';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';
import { sourceName } from './source-name.ts';

/** A collect at work: the script reads this panel again every few seconds, `<meta refresh>` the page where there is none. */
export const ProgressPanel = ({ ui, progress }: { ui: Ui; progress: CollectProgress }) => {
  const { m, f } = ui;
  const total = Math.max(progress.pagesTotal, progress.pagesRead, 1);
  return (
    <section class="panel" aria-labelledby="h-running" data-live={href.sources}>
      <header>
        <h2 id="h-running">{m.sources.running}</h2>
        <span class="state run new">{sourceName(ui, progress.source)}</span>
      </header>
      <progress class="progress" value={progress.pagesRead} max={total} aria-label={m.sources.pagesRead} />
      <dl class="facts">
        <div>
          <dt>{m.sources.pagesRead}</dt>
          <dd>{m.sources.ofPages(f.whole(progress.pagesRead), f.whole(total))}</dd>
        </div>
        <div>
          <dt>{m.sources.topicsSeen}</dt>
          <dd>{f.whole(progress.topicsSeen)}</dd>
        </div>
        <div>
          <dt>{m.sources.timeLeft}</dt>
          <dd>{timeLeft(ui, progress.secondsLeft)}</dd>
        </div>
      </dl>
      <p class="soft small">{m.sources.runningLead}</p>
    </section>
  );
};

function timeLeft({ m }: Ui, seconds: number | null): string {
  if (seconds === null) return m.frame.unknown;
  return seconds < 60 ? m.sources.seconds(Math.max(1, seconds)) : m.sources.minutes(Math.round(seconds / 60));
}
