import { Layout } from '../components/layout.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';

type Props = { ui: Ui; shell: Shell; title: string; parts: readonly (readonly string[])[] };

/** A page of plain text: headings with a paragraph each. */
export const AboutPage = ({ ui, shell, title, parts }: Props) => (
  <Layout ui={ui} shell={shell} title={title}>
    <div class="title">
      <h1>{title}</h1>
    </div>
    <div class="panel prose">
      {parts.map(([heading, text]) => (
        <section>
          <h2>{heading}</h2>
          <p>{text}</p>
        </section>
      ))}
    </div>
  </Layout>
);
