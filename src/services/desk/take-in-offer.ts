import { z } from 'zod';
import { readRequests } from '../../../db/repositories/desk/requests.ts';
import { brusselsDay } from '../../domain/brussels.ts';
import { conflict, invalid } from '../../domain/errors.ts';
import { type Asked, mustBeAllowed } from './act.ts';
import { type OfferPaper, offerPaperSchema } from './offer-paper.ts';
import { recordRequest } from './record-request.ts';

export const pastedOfferSchema = z.object({ paper: z.string().trim().min(1).max(8000) });

/** Another city's offer, pasted as its page gave it: a request like any other, with the link at which to answer. */
export async function takeInOffer({ deps, person, input }: Asked<z.output<typeof pastedOfferSchema>>): Promise<string> {
  mustBeAllowed(person, 'request.record');
  const paper = parsePaper(input.paper);
  if ((await readRequests(deps.db)).some(({ replyTemplate }) => replyTemplate === paper.link))
    throw conflict('this offer stands among the requests already');
  return await recordRequest({
    deps,
    person,
    input: {
      organisation: paper.from.association,
      contact: paper.contact.name,
      email: paper.contact.email,
      askerBodyId: null,
      leadBodyId: null,
      topicText: paper.call.key,
      role: paper.role,
      shareEur: null,
      receivedOn: brusselsDay(deps.clock.now()),
      replyBy: paper.call.deadlineAt === null ? null : brusselsDay(paper.call.deadlineAt),
      registerNumber: null,
      replyTemplate: paper.link,
    },
  });
}

function parsePaper(text: string): OfferPaper {
  try {
    return offerPaperSchema.parse(JSON.parse(text));
  } catch {
    throw invalid('that is not the text of an offer: copy all of it from the offer’s page', {
      field: 'paper',
      say: 'wholePaper',
    });
  }
}
