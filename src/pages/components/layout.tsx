import type { PropsWithChildren } from 'hono/jsx';
import { href } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { DataBanners } from './data-banners.tsx';
import { SiteFooter } from './site-footer.tsx';
import { type Place, SiteHeader } from './site-header.tsx';

type LayoutProps = PropsWithChildren<{
  ui: Ui;
  shell: Shell;
  title: string;
  place?: Place;
  /** Read the page again after so many seconds where there is no script to do it better. */
  refreshS?: number;
}>;

/** The whole document: band, head, banners, content, foot. */
export const Layout = ({ ui, shell, title, place, refreshS, children }: LayoutProps) => (
  <html lang={ui.lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Bandolo`}</title>
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={ui.assets.icon} type="image/svg+xml" />
      <link rel="stylesheet" href={ui.assets.style} />
      <script src={ui.assets.script} defer />
      {refreshS !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(refreshS)} />
        </noscript>
      )}
    </head>
    <body>
      <a class="skip" href="#contenuto">
        {ui.m.frame.skip}
      </a>
      <section class="slim" aria-label={ui.m.frame.bodyAndData}>
        <div class="wrap">
          <span>{shell.association[ui.lang]}</span>
          <DataDate ui={ui} shell={shell} />
        </div>
      </section>
      <SiteHeader ui={ui} shell={shell} place={place} />
      <main class="wrap" id="contenuto" tabindex={-1}>
        <DataBanners ui={ui} shell={shell} />
        {children}
      </main>
      <SiteFooter ui={ui} />
    </body>
  </html>
);

const DataDate = ({ ui, shell: { freshness } }: { ui: Ui; shell: Shell }) => {
  const { lastCertifiedAt, dataOn } = freshness;
  if (lastCertifiedAt === null && dataOn === null) return <span>{ui.m.frame.noData}</span>;
  const when = lastCertifiedAt !== null ? ui.f.moment(lastCertifiedAt) : ui.f.day(dataOn ?? ui.now);
  return (
    <span>
      {ui.m.frame.dataOf(when)} ·{' '}
      <a href={href.sources}>{lastCertifiedAt === null ? ui.m.frame.snapshotOnly : ui.m.frame.completeReading}</a>
    </span>
  );
};
