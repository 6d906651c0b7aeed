import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Failure, type FailureKind } from '../../domain/errors.ts';
import { storeFault } from '../../services/operate/told-error.ts';
import { showForbidden } from '../access/refusals.tsx';
import { UnreadableForm } from '../form-entries.ts';
import { href } from '../links.ts';
import { type PageContext, sendPage, show } from '../page-env.tsx';
import { BadQuery, type QueryFault } from '../query.ts';
import { readShell, type Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { ErrorPage } from './error-page.tsx';
import { refusedForm } from './refused-form.ts';

const STATUS: Record<FailureKind, ContentfulStatusCode> = {
  'not-found': 404,
  conflict: 409,
  invalid: 400,
  forbidden: 403,
  unavailable: 503,
  gone: 410,
};

/** Turns what a page threw into a page that says what to do next; the cause of a fault of ours goes to the log only. */
export async function showError(c: PageContext, error: Error): Promise<Response> {
  if (error instanceof BadQuery) return show(c, (ui, shell) => badQuery(ui, shell, error.faults), 400);
  if (error instanceof UnreadableForm) return show(c, unreadable, 400);
  if (error instanceof Failure) return showFailure(c, error);
  c.get('deps').log.error({ err: error, path: c.req.path }, 'a page failed');
  const ofStore = storeFault(error) !== null;
  return sendPage(c, broken(c.get('ui'), await shellOrNothing(c), ofStore), ofStore ? 503 : 500);
}

export const showNotFound = (c: PageContext): Promise<Response> =>
  show(
    c,
    (ui, shell) => (
      <ErrorPage ui={ui} shell={shell} title={ui.m.errors.notFoundTitle} next={[home(ui), topics(ui)]}>
        <p>{ui.m.errors.notFound}</p>
      </ErrorPage>
    ),
    404,
  );

export const showTooLarge = (c: PageContext): Promise<Response> =>
  show(
    c,
    (ui, shell) => (
      <ErrorPage ui={ui} shell={shell} title={ui.m.errors.tooLargeTitle} next={[home(ui)]}>
        <p>{ui.m.errors.tooLarge}</p>
      </ErrorPage>
    ),
    413,
  );

/** The message of a failure is for programs, and English; people are told in their own words. */
async function showFailure(c: PageContext, failure: Failure): Promise<Response> {
  const { kind } = failure;
  if (kind === 'not-found') return showMissing(c, failure);
  if (kind === 'forbidden') return showForbidden(c);
  const again = kind === 'invalid' ? await refusedForm(c, failure) : null;
  if (again !== null) return again;
  return show(
    c,
    (ui, shell) => <ErrorPage ui={ui} shell={shell} title={ui.m.desk.faults[kind]} next={[home(ui)]} />,
    STATUS[kind],
  );
}

function showMissing(c: PageContext, { detail }: Failure): Promise<Response> {
  if (detail['what'] === 'person' || detail['what'] === 'role') return showNotFound(c);
  const name = asRead(c.req.path.split('/').at(-1) ?? '');
  if (c.req.path.startsWith(`${href.partners}/`))
    return show(
      c,
      ({ m, ...ui }, shell) => (
        <ErrorPage
          ui={{ m, ...ui }}
          shell={shell}
          title={m.errors.partnerTitle}
          next={[{ to: href.partners, label: m.errors.toPartners }]}
        >
          <p>{m.errors.partner(name)}</p>
        </ErrorPage>
      ),
      404,
    );
  const siblings = Array.isArray(detail.candidates) ? detail.candidates.map(String) : [];
  return show(
    c,
    (ui, shell) => (siblings.length > 0 ? choose(ui, shell, name, siblings) : noTopic(ui, shell, name)),
    404,
  );
}

/** A part of an address in letters; where its escapes are none, as it stands. */
function asRead(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const noTopic = (ui: Ui, shell: Shell, name: string) => (
  <ErrorPage ui={ui} shell={shell} title={ui.m.errors.topicTitle} next={[topics(ui), home(ui)]}>
    <p>{ui.m.errors.topic(name)}</p>
  </ErrorPage>
);

const choose = (ui: Ui, shell: Shell, name: string, siblings: readonly string[]) => (
  <ErrorPage ui={ui} shell={shell} title={ui.m.errors.siblingsTitle} next={[topics(ui)]}>
    <p>{ui.m.errors.siblings(name)}</p>
    <ul class="lines">
      {siblings.map((key) => (
        <li>
          <a href={href.topicKey(key)}>
            <code>{key}</code>
          </a>
        </li>
      ))}
    </ul>
  </ErrorPage>
);

const unreadable = (ui: Ui, shell: Shell) => (
  <ErrorPage ui={ui} shell={shell} title={ui.m.errors.formTitle} next={[home(ui)]}>
    <p>{ui.m.errors.form}</p>
  </ErrorPage>
);

const badQuery = (ui: Ui, shell: Shell, faults: readonly QueryFault[]) => (
  <ErrorPage
    ui={ui}
    shell={shell}
    title={ui.m.errors.queryTitle}
    next={[{ to: ui.url.pathname, label: ui.m.errors.withoutFilters }, home(ui)]}
  >
    <ul class="lines">
      {faults.map(({ parameter, value, problem }) => (
        <li>
          {problem === null ? (
            ui.m.errors.unknownParameter(parameter)
          ) : (
            <>
              {ui.m.errors.badParameter(parameter, value)} {ui.m.errors.expected} <span lang="en">{problem}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  </ErrorPage>
);

const broken = (ui: Ui, shell: Shell, ofStore: boolean) => (
  <ErrorPage
    ui={ui}
    shell={shell}
    title={ofStore ? ui.m.errors.storeTitle : ui.m.errors.brokenTitle}
    next={[{ to: ui.url.pathname + ui.url.search, label: ui.m.errors.again }, home(ui)]}
  >
    <p>{ofStore ? ui.m.errors.store : ui.m.errors.broken}</p>
    <p>
      <code>{ui.m.errors.brokenAt(ui.f.moment(new Date().toISOString()), ui.url.pathname)}</code>
    </p>
  </ErrorPage>
);

const home = ({ m }: Ui) => ({ to: href.shortlist, label: m.errors.toShortlist });
const topics = ({ m }: Ui) => ({ to: href.topics, label: m.errors.toTopics });

/** The store itself may be what broke: then the page around the message knows nothing, and still stands. */
async function shellOrNothing(c: PageContext): Promise<Shell> {
  const deps = c.get('deps');
  const nothing = {
    dataOn: null,
    monthsOld: null,
    lastCertifiedAt: null,
    lastScanAt: null,
    unreachableSince: null,
    snapshot: null,
  };
  const viewer = c.get('viewer');
  return readShell(deps, viewer).catch(() => ({
    association: deps.profile.association,
    city: deps.profile.city,
    waiting: 0,
    freshness: nothing,
    viewer,
  }));
}
