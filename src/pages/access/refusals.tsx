import { ErrorPage } from '../errors/error-page.tsx';
import { href, withQuery } from '../links.ts';
import { type PageContext, show } from '../page-env.tsx';

/** Not allowed: who is not signed in is shown the way in, who is learns whom to ask. */
export function showForbidden(c: PageContext): Promise<Response> {
  const { person } = c.get('viewer');
  // After signing in one returns to what was being read; a form cannot be sent again from there.
  const next = c.req.method === 'GET' ? c.req.path : undefined;
  return show(
    c,
    (ui, shell) =>
      person === null ? (
        <ErrorPage
          ui={ui}
          shell={shell}
          title={ui.m.access.signInFirstTitle}
          next={[{ to: withQuery(href.signIn, { next }), label: ui.m.access.signIn }]}
        >
          <p>{ui.m.access.signInFirst}</p>
        </ErrorPage>
      ) : (
        <ErrorPage
          ui={ui}
          shell={shell}
          title={ui.m.access.forbiddenTitle}
          next={[
            { to: '/', label: ui.m.access.toStart },
            { to: href.profile, label: ui.m.access.toProfile },
          ]}
        >
          <p>{ui.m.access.forbidden}</p>
        </ErrorPage>
      ),
    403,
  );
}

/** A form that is not ours, or whose session ended meanwhile. */
export const showForeignForm = (c: PageContext): Promise<Response> =>
  show(
    c,
    (ui, shell) => (
      <ErrorPage
        ui={ui}
        shell={shell}
        title={ui.m.access.foreignFormTitle}
        next={[{ to: '/', label: ui.m.access.toStart }]}
      >
        <p>{ui.m.access.foreignForm}</p>
      </ErrorPage>
    ),
    403,
  );
