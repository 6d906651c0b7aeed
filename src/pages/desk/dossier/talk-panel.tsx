import { desk } from '../links.ts';
import { Area, Choice, nameOf, PostForm, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** Facts and questions; judgements only for whom blindness allows them. */
export const TalkPanel = ({ ui, shell, view }: PanelProps) => (
  <section class="panel" aria-labelledby="talk">
    <h2 id="talk">{ui.m.dossier.talk}</h2>
    <div class="tight">
      {view.comments.map(({ by, at, text, kind }) => (
        <blockquote class="msg">
          <p class="small soft">
            <b>{nameOf(ui, view.names, by)}</b> · {ui.f.moment(at)}
            {kind === 'judgement' && ` · ${ui.m.dossier.judgement}`}
          </p>
          <p>{text}</p>
        </blockquote>
      ))}
      {view.may.comment && (
        <PostForm shell={shell} to={desk.comments(view.row.id)}>
          <Choice
            id="talk-kind"
            name="kind"
            label={ui.m.dossier.talkKind}
            options={[
              ['fact', ui.m.dossier.fact],
              ...(view.may.judge ? [['judgement', ui.m.dossier.judgement] as const] : []),
            ]}
          />
          <Area id="talk-text" name="text" label={ui.m.dossier.write} required />
          <p>
            <Submit label={ui.m.dossier.send} quiet />
          </p>
        </PostForm>
      )}
    </div>
  </section>
);
