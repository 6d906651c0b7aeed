import { desk } from '../links.ts';
import { Area, nameOf, PostForm, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** Bodies that would all lead talk to each other here, seen by nobody but them and who keeps the desk. */
export const LeadThreadPanel = ({ ui, shell, view, bodies }: PanelProps) => {
  const { leadThread } = view;
  if (leadThread === null) return null;
  const names = (ids: readonly string[]) => ids.map((id) => bodies.get(id) ?? id).join(', ');
  return (
    <section class="panel" aria-labelledby="leads">
      <h2 id="leads">{ui.m.dossier.leads}</h2>
      <div class="tight">
        <p>{ui.m.dossier.leadsLead(names(leadThread.bodies))}</p>
        {leadThread.reserved.length > 0 && (
          <p class="note warn">{ui.m.dossier.leadsReserved(names(leadThread.reserved))}</p>
        )}
        {leadThread.messages.map(({ by, at, text }) => (
          <blockquote class="msg">
            <p class="small soft">
              <b>{nameOf(ui, view.names, by)}</b> · {ui.f.moment(at)}
            </p>
            <p>{text}</p>
          </blockquote>
        ))}
        <PostForm shell={shell} to={desk.leads(view.row.id)}>
          <Area id="lead-text" name="text" label={ui.m.dossier.write} required />
          <p>
            <Submit label={ui.m.dossier.send} quiet />
          </p>
        </PostForm>
      </div>
    </section>
  );
};
