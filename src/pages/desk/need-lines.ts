import type { FormFault } from '../errors/form-again.ts';
import type { Ui } from '../ui.ts';
import { fieldLabel, isHidden } from './field-label.ts';
import type { FieldNeed, Need } from './form-needs.ts';

type Words = Pick<Ui, 'm' | 'lang'>;

/** Each fault of a form in a line of its own: the field as its page calls it, and what to write instead. */
export function needLines(words: Words, room: string, detail: Record<string, unknown>): FormFault[] {
  const { m } = words;
  const line = (field: string, need: string): FormFault => ({
    field,
    line: isHidden(field) ? m.needs.reload : m.needs.line(fieldLabel(words, room, field) ?? m.needs.unnamed, need),
  });
  const ofForm = list<FieldNeed>(detail.needs).map((need) => line(need.field, needWord(words, need)));
  // An opinion names all that it lacks, each by its field.
  const ofOpinion = list<string>(detail.faults).map((fault) =>
    line(fault === 'code' ? 'reasonCode' : fault, sayWord(words, fault, detail)),
  );
  const ofRule = typeof detail.field === 'string' ? [line(detail.field, sayWord(words, detail.say, detail))] : [];
  return [...new Map([...ofForm, ...ofOpinion, ...ofRule].map((fault) => [fault.line, fault])).values()];
}

/** Details of a failure carry what the house itself put there. */
const list = <Each>(value: unknown): readonly Each[] => (Array.isArray(value) ? (value as Each[]) : []);

function needWord({ m }: Words, need: Need): string {
  switch (need.need) {
    case 'number':
      return m.needs.number(need.from, need.to);
    case 'shorter':
      return m.needs.shorter(need.most);
    default:
      return m.needs.words[need.need];
  }
}

/** What a rule of the trade says; `choose` and `something` are said of many fields. */
function sayWord({ m }: Words, say: unknown, { notice }: Record<string, unknown>): string {
  if (say === 'notice') return m.needs.says.notice(Number(notice));
  if (say === 'choose') return m.needs.words.choice;
  if (say === 'something' || say === 'pic' || say === 'link') return m.needs.words[say];
  const word = Object.entries(m.needs.says).find(([name]) => name === say)?.[1];
  return typeof word === 'string' ? word : m.needs.words.another;
}
