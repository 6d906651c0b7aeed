import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Pillar } from '../domain/pillar.ts';
import type { MailDocument, MailItem, MailLine, MailLink } from './mail-document.ts';

/** Mail clients read inline styles and tables; the one <style> serves dark mode and phones where it is honoured. */
const FONT = "font-family:'Titillium Web','Segoe UI',Helvetica,Arial,sans-serif;";
const TEXT = `${FONT}margin:6px 0 0;font-size:15px;line-height:22px;`;
const DARK_AND_SMALL = [
  '@media (prefers-color-scheme: dark) { .page { background: #0e1621 !important } .box { background: #15202d !important } .ink { color: #e4ecf5 !important }',
  '.soft { color: #a9bacd !important } .link { color: #7ab8ff !important } .card { border-color: #2b3b4d !important } .btn { background: #7ab8ff !important; color: #06182b !important } }',
  '@media (max-width: 620px) { .pad { padding-left: 18px !important; padding-right: 18px !important } }',
].join('\n');

/** Dark enough for white letters at 4.5:1 (ui tokens). */
const PILLAR_COLOURS: Record<Pillar, string> = {
  economy: '#7a5200',
  people: '#a61c6b',
  governance: '#5646b5',
  mobility: '#00687a',
  environment: '#226b2c',
  living: '#a8391b',
};

/** The HTML part of a mail, escaped throughout: nothing of a portal's markup goes in. */
export function renderHtml(document: MailDocument): string {
  return `<!doctype html>${(<Mail document={document} />).toString()}`;
}

const Mail: FC<{ document: MailDocument }> = ({ document }) => (
  <html lang={document.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{document.subject}</title>
      <style>{DARK_AND_SMALL}</style>
    </head>
    <body class="page" style="margin:0;padding:0;background:#f5f7fa">
      <div aria-hidden="true" style="display:none;max-height:0;overflow:hidden">
        {document.preheader}
      </div>
      <Table class="page" style="background:#f5f7fa">
        <tr>
          <td align="center" style="padding:24px 0">
            <Table class="box" style="width:100%;max-width:600px;background:#ffffff">
              <Cell style="padding:14px 32px;background:#12304f">
                <p style={`${FONT}margin:0;font-size:14px;line-height:20px;color:#ffffff`}>
                  <b>Bandolo</b> · {document.sender}
                </p>
              </Cell>
              <Cell style="padding:28px 32px 36px">
                <h1 class="ink" style={`${FONT}margin:0 0 6px;font-size:26px;line-height:31px;color:#17324d`}>
                  {document.title}
                </h1>
                <Soft>{document.lead}</Soft>
                {document.sections.map((section) => (
                  <>
                    <h2 class="ink" style={`${FONT}margin:28px 0 10px;font-size:19px;line-height:24px;color:#17324d`}>
                      {section.heading}{' '}
                      <span style="font-weight:normal;font-size:14px">{section.total ?? section.items.length}</span>
                    </h2>
                    {section.items.map((item) => (
                      <Item item={item} />
                    ))}
                    {section.more !== undefined && (
                      <p style={TEXT}>
                        <Anchor link={section.more} />
                      </p>
                    )}
                  </>
                ))}
                {document.button === null ? null : (
                  <p style="margin:28px 0 0">
                    <a
                      class="btn"
                      href={document.button.url}
                      style={`${FONT}display:inline-block;padding:12px 20px;border-radius:6px;background:#0066cc;color:#ffffff;font-size:15px;font-weight:bold;text-decoration:none`}
                    >
                      {document.button.label}
                    </a>
                  </p>
                )}
              </Cell>
              <Cell class="pad card" style="padding:16px 32px 24px;border-top:1px solid #d8e0e9">
                <Soft>{document.footer.why}</Soft>
                <p style={`${TEXT}font-size:13px`}>
                  {document.footer.links.map((link, index) => (
                    <>
                      {index > 0 ? ' · ' : ''}
                      <Anchor link={link} />
                    </>
                  ))}
                </p>
                <Soft>{document.footer.source}</Soft>
              </Cell>
            </Table>
          </td>
        </tr>
      </Table>
    </body>
  </html>
);

const Item: FC<{ item: MailItem }> = ({ item }) => (
  <Table class="card" style="border-top:1px solid #d8e0e9">
    <tr>
      {item.pillar === undefined ? null : (
        <td width="36" valign="top" style="width:36px;padding:16px 0">
          <Table style="width:26px">
            <tr>
              <td
                width="26"
                height="26"
                align="center"
                bgcolor={PILLAR_COLOURS[item.pillar.id]}
                style={`${FONT}width:26px;height:26px;border-radius:13px;color:#ffffff;font-size:14px;font-weight:bold`}
              >
                {item.pillar.letter}
              </td>
            </tr>
          </Table>
        </td>
      )}
      <td valign="top" style="padding:16px 0">
        <p style={`${FONT}margin:0;font-size:16px;line-height:22px;font-weight:bold`}>
          <a class="link" href={item.title.url} lang={item.title.lang} style="color:#0066cc;text-decoration:underline">
            {item.title.label}
          </a>
        </p>
        {item.code === undefined ? null : (
          <p
            class="soft"
            style="margin:2px 0 0;font-family:Menlo,Consolas,monospace;font-size:12px;line-height:18px;color:#4a5f76;word-break:break-word"
          >
            {item.code}
          </p>
        )}
        {item.lines.map((line) => (
          <Line line={line} />
        ))}
        {(item.links ?? []).map((link) => (
          <p style={`${TEXT}font-size:13px`}>
            <Anchor link={link} />
          </p>
        ))}
      </td>
    </tr>
  </Table>
);

const Line: FC<{ line: MailLine }> = ({ line }) => (
  <p class={line.soft ? 'soft' : 'ink'} style={`${TEXT}color:${line.soft ? '#4a5f76' : '#17324d'}`}>
    {line.label === undefined ? null : <b>{line.label}: </b>}
    {line.before === undefined ? (
      line.text
    ) : (
      <>
        <s>{line.before}</s> → <b>{line.text}</b>
      </>
    )}
  </p>
);

const Anchor: FC<{ link: MailLink }> = ({ link }) => (
  <a class="link" href={link.url} style="color:#0066cc">
    {link.label}
  </a>
);

const Soft: FC<PropsWithChildren> = ({ children }) => (
  <p class="soft" style={`${FONT}margin:0;font-size:15px;line-height:22px;color:#4a5f76`}>
    {children}
  </p>
);

const Table: FC<PropsWithChildren<{ class?: string; style?: string }>> = ({ children, ...rest }) => (
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" {...rest}>
    {children}
  </table>
);

const Cell: FC<PropsWithChildren<{ class?: string; style: string }>> = ({ children, class: name = 'pad', style }) => (
  <tr>
    <td class={name} style={style}>
      {children}
    </td>
  </tr>
);
