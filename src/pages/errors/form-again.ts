import { type CheerioAPI, load } from 'cheerio/slim';

/** A fault of a form: the field as the form names it, and what to write instead. */
export interface FormFault {
  field: string;
  line: string;
}

/** The field in which a form that came back keeps the page it stood on: its address is now that of the answer. */
export const STOOD_ON = 'stood-on';

export interface RefusedForm {
  /** Where the form was sent. */
  action: string;
  /** The page on which it stood. */
  page: string;
  given: readonly (readonly [name: string, value: string])[];
  faults: readonly FormFault[];
  heading: string;
  /** What stands before the page's title, so that a tab tells of it too. */
  inTitle: string;
}

type Node = ReturnType<CheerioAPI>;

/**
 * The page that a refused form stood on, filled in as it was sent, with a summary of its faults above it, each a way to
 * its field (WCAG 3.3.1, 3.3.3). One way for every form: no page needs to know of it. Null where the page has no such form.
 */
export function formAgain(html: string, { action, page, given, faults, heading, inTitle }: RefusedForm): string | null {
  const $ = load(html, { xml: { xmlMode: false, encodeEntities: 'utf8' } }, true);
  const form = formOf($, action, given);
  if (form === null) return null;
  fill($, form, given);
  form.prepend($('<input type="hidden">').attr({ name: STOOD_ON, value: page }));
  const links = faults.map(({ field, line }, i) => ({ line, id: mark($, form, field, `fault-${i}`, line) }));
  $('title').prepend(text($, `${inTitle}: `));
  $('.note[role=status]').remove();
  const summary = $('<section class="callout warn" role="alert" aria-labelledby="faults"><div></div></section>');
  const list = $('<ul class="tight"></ul>');
  for (const { line, id } of links) {
    const words = id === null ? text($, line) : $('<a></a>').attr('href', `#${id}`).text(line);
    list.append($('<li></li>').append(words));
  }
  summary.children('div').append($('<h2 id="faults" tabindex="-1"></h2>').text(heading), list);
  $('main').prepend(summary);
  return $.html();
}

/** Of several forms to one address, the one whose unseen fields say the same. */
function formOf($: CheerioAPI, action: string, given: RefusedForm['given']): Node | null {
  const forms = $('form[method=post]')
    .toArray()
    .map((one) => $(one))
    .filter((one) => one.attr('action') === action);
  const sent = new Set(given.map(([name, value]) => `${name}=${value}`));
  const alike = (form: Node): number =>
    form
      .find('input[type=hidden]')
      .toArray()
      .filter((one) => sent.has(`${$(one).attr('name')}=${$(one).attr('value')}`)).length;
  const [best] = forms.toSorted((a, b) => alike(b) - alike(a));
  return best ?? null;
}

/** As it was sent; the version too, so that whoever was overtaken meanwhile is still told. The token is the page's own. */
function fill($: CheerioAPI, form: Node, given: RefusedForm['given']): void {
  for (const one of form.find('input, textarea, select').toArray()) {
    const field = $(one);
    const name = field.attr('name') ?? '';
    const sent = given.filter(([one]) => one === name).map(([, value]) => value);
    const type = field.attr('type') ?? 'text';
    if (type === 'checkbox' || type === 'radio') {
      if (sent.includes(field.attr('value') ?? 'on')) field.attr('checked', '');
      else field.removeAttr('checked');
    } else if (sent.length === 0 || name === 'csrf') continue;
    else if (field.is('textarea')) field.text(sent[0] ?? '');
    else if (field.is('select')) choose($, field, sent);
    else field.attr('value', sent[0] ?? '');
  }
}

function choose($: CheerioAPI, field: Node, sent: readonly string[]): void {
  for (const one of field.find('option').toArray()) {
    const option = $(one);
    if (sent.includes(option.attr('value') ?? option.text())) option.attr('selected', '');
    else option.removeAttr('selected');
  }
}

/** Marks a field as faulty, with the words beside it; its id, or null where nothing of the kind can be filled in. */
function mark($: CheerioAPI, form: Node, field: string, id: string, line: string): string | null {
  const isOf = (name: string): boolean =>
    name === field ||
    name === `${field}[]` ||
    name.startsWith(`${field}.`) ||
    field.startsWith(`${name.replace('[]', '')}.`);
  const [node] = form
    .find('input:not([type=hidden]), textarea, select')
    .toArray()
    .filter((one) => isOf($(one).attr('name') ?? ''));
  if (node === undefined) return null;
  const control = $(node);
  const own = control.attr('id') ?? `${id}-field`;
  control.attr('id', own).attr('aria-invalid', 'true');
  control.attr('aria-describedby', [control.attr('aria-describedby'), id].filter(Boolean).join(' '));
  const words = $('<span class="small fault"></span>').attr('id', id).text(line);
  if (/^(checkbox|radio)$/.test(control.attr('type') ?? '')) around(control).append(words);
  else control.after(words);
  control.parents('details').attr('open', '');
  return own;
}

/** Boxes and buttons belong to a question; the words stand below it, not beside one of its answers. */
function around(control: Node): Node {
  const question = control.closest('fieldset');
  return question.length > 0 ? question : control.closest('p, li, label');
}

const text = ($: CheerioAPI, words: string): Node => $('<span></span>').text(words).contents();
