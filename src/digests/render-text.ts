import type { MailDocument, MailItem, MailLine, MailSection } from './mail-document.ts';

/** The plain part: complete on its own, for people who read no HTML. */
export function renderText(document: MailDocument): string {
  const parts = [
    document.title.toUpperCase(),
    document.lead,
    ...document.sections.map((section) =>
      [
        `${section.heading} (${section.total ?? section.items.length})`,
        '—'.repeat(40),
        ...section.items.map(renderItem),
        ...renderMore(section),
      ].join('\n\n'),
    ),
    document.button === null ? '' : `${document.button.label}: ${document.button.url}`,
    '-- ',
    document.footer.why,
    ...document.footer.links.map((link) => `${link.label}: ${link.url}`),
    document.footer.source,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const renderMore = ({ more }: MailSection): string[] => (more === undefined ? [] : [`${more.label}: ${more.url}`]);

function renderItem(item: MailItem): string {
  const head = item.code === undefined ? item.title.label : `${item.title.label}\n${item.code}`;
  return [
    head,
    ...item.lines.map(renderLine),
    item.title.url,
    ...(item.links ?? []).map((link) => `${link.label}: ${link.url}`),
  ].join('\n');
}

function renderLine(line: MailLine): string {
  const value = line.before === undefined ? line.text : `${line.before} → ${line.text}`;
  return line.label === undefined ? value : `${line.label}: ${value}`;
}
