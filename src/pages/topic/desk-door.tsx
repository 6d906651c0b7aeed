import { STATE_LABELS } from '../../domain/desk/labels.ts';
import type { DeskOnTopic } from '../../services/desk/dossier-of-topic.ts';
import { desk } from '../desk/links.ts';
import { PostForm, Submit } from '../desk/parts.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';

interface Props {
  ui: Ui;
  shell: Shell;
  topicKey: string;
  onDesk: DeskOnTopic;
}

/** From a call to the desk: its dossier, or the button that opens one for whoever presses it. */
export const DeskDoor = ({ ui, shell, topicKey, onDesk: { dossier, mayOpen, interestIn } }: Props) => {
  if (interestIn !== null)
    return (
      <a class="btn" href={desk.interest(interestIn)}>
        {ui.m.dossier.express}
      </a>
    );
  if (dossier !== null)
    return (
      <a class="btn quiet" href={desk.dossier(dossier.id)}>
        {ui.m.topic.toDossier(STATE_LABELS[dossier.state][ui.lang])}
      </a>
    );
  if (!mayOpen) return null;
  return (
    <PostForm shell={shell} to={desk.openListed} hidden={{ topicKey, owner: shell.viewer.person?.id ?? '' }}>
      <Submit label={ui.m.dossier.openIt} />
    </PostForm>
  );
};
