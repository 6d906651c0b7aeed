import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import type { LogPage } from '../../services/audit/read-log.ts';
import { desk } from '../desk/links.ts';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';
import { subjectWords } from './audit-words.ts';

interface Props {
  ui: Ui;
  log: LogPage;
  row: LogPage['items'][number];
  reader: Person | null;
}

/** What a line is about: its name, as a way there for whoever may go; what has no name keeps its number. */
export const AuditSubject = ({ ui, log, row, reader }: Props) => {
  const { subjectKind: kind, subjectId: id } = row;
  const name = log.subjectName(row);
  const to = placeOf(kind, id, reader);
  const shown = name === null ? <code>{id}</code> : kind === 'sitting' ? ui.f.moment(name) : name;
  const foreign = kind === 'dossier' || kind === 'topic' ? 'en' : undefined;
  return (
    <>
      {subjectWords(ui, kind)}{' '}
      {to === null ? (
        <span lang={foreign}>{shown}</span>
      ) : (
        <a href={to} lang={foreign}>
          {shown}
        </a>
      )}
    </>
  );
};

function placeOf(kind: string, id: string, reader: Person | null): string | null {
  if (kind === 'topic') return href.topicKey(id);
  if (kind === 'dossier') return can(reader, 'dossier.read') ? desk.dossier(id) : null;
  if (kind === 'request') return can(reader, 'request.read') ? desk.request(id) : null;
  if (kind === 'sitting') return can(reader, 'sitting.read') ? desk.sitting(id) : null;
  if (kind === 'minutes') return can(reader, 'minutes.read') ? desk.minutes(Number(id)) : null;
  if (kind === 'project') return desk.project(id);
  if (kind === 'body') return href.partner(id);
  return null;
}
