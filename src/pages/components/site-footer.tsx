import { desk } from '../desk/links.ts';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';

export const SiteFooter = ({ ui }: { ui: Ui }) => (
  <footer class="foot">
    <div class="wrap">
      <p class="attribution">{ui.m.frame.attribution}</p>
      <nav aria-label={ui.m.frame.footer}>
        <ul class="links">
          <li>
            <a href={desk.publicNotices}>{ui.m.notices.title}</a>
          </li>
          <li>
            <a href={href.accessibility}>{ui.m.frame.accessibility}</a>
          </li>
          <li>
            <a href={href.privacy}>{ui.m.frame.privacy}</a>
          </li>
          <li>
            <a href={href.api}>{ui.m.frame.api}</a>
          </li>
        </ul>
      </nav>
    </div>
  </footer>
);
