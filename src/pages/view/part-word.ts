import type { WinningProject } from '../../services/topics/winners-of-topic.ts';
import type { Ui } from '../ui.ts';

type Part = WinningProject['partners'][number]['role'];

/** What a body was in a project, in words; where no source says it, that. */
export const partWord = ({ m }: Ui, role: Part): string => (role === null ? m.words.part.unknown : m.words.part[role]);
