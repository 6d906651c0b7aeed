import { load } from 'cheerio';

type Field = readonly [name: string, value: string];

/** A form as it stands on a page. */
export interface Form {
  action: string;
  method: string;
  /** What a browser would send without anybody typing; of a choice its first word. */
  rest: readonly Field[];
  /** Where people type. */
  texts: readonly { name: string; type: string }[];
}

const TYPED = new Set(['text', 'search', 'tel', 'textarea', 'url', 'email', 'date', 'number', 'time']);

export function formsIn(html: string, page: string): Form[] {
  const $ = load(html);
  return $('form')
    .toArray()
    .map((form) => {
      const rest: Field[] = [];
      const texts: { name: string; type: string }[] = [];
      for (const field of $(form).find('input[name], textarea[name], select[name]').toArray()) {
        const name = $(field).attr('name') ?? '';
        const type = field.tagName === 'input' ? ($(field).attr('type') ?? 'text') : field.tagName;
        if (TYPED.has(type)) texts.push({ name, type });
        else if (type === 'select')
          rest.push([
            name,
            firstChoice(
              $(field)
                .find('option')
                .toArray()
                .map((one) => $(one).attr('value') ?? $(one).text()),
            ),
          ]);
        else if (name !== 'csrf' && type !== 'radio') rest.push([name, $(field).attr('value') ?? 'on']);
        else if (type === 'radio' && !rest.some(([known]) => known === name))
          rest.push([name, $(field).attr('value') ?? 'on']);
      }
      const button = $(form).find('button[name]').first();
      if (button.length > 0) rest.push([button.attr('name') ?? '', button.attr('value') ?? '']);
      return {
        action: $(form).attr('action') ?? page,
        method: ($(form).attr('method') ?? 'get').toLowerCase(),
        rest,
        texts,
      };
    });
}

const firstChoice = (values: readonly string[]): string => values.find((value) => value !== '') ?? '';

/** Filled in with one text wherever a field takes free text, and with something right where it does not. */
export function withText({ rest, texts, action }: Form, text: string): Record<string, string[]> {
  const link = `https://example.org/?q=${encodeURIComponent(text)}`;
  const ofType: Readonly<Record<string, string>> = {
    date: '2027-01-15',
    number: '3',
    time: '10:00',
    email: 'x@example.org',
    url: link,
  };
  const ofName: Readonly<Record<string, string>> = { url: link, pic: '999999999', grantAgreement: `${text}${action}` };
  const form: Record<string, string[]> = {};
  for (const [name, value] of [
    ...rest,
    ...texts.map(({ name: own, type }) => [own, ofName[own] ?? ofType[type] ?? text] as const),
  ])
    form[name] = name.endsWith('[]') ? [...(form[name] ?? []), value] : [value];
  return form;
}
