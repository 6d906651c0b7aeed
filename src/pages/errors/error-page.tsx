import type { PropsWithChildren } from 'hono/jsx';
import { Layout } from '../components/layout.tsx';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';

type Props = PropsWithChildren<{ ui: Ui; shell: Shell; title: string; next: readonly { to: string; label: string }[] }>;

/** Something is not as asked: what it is, in words, and where to go from here. */
export const ErrorPage = ({ ui, shell, title, next, children }: Props) => (
  <Layout ui={ui} shell={shell} title={title}>
    <div class="title">
      <h1>{title}</h1>
    </div>
    <div class="panel tight">
      {children}
      <p class="acts">
        {next.map(({ to, label }, i) => (
          <a class={i === 0 ? 'btn' : 'btn quiet'} href={to}>
            {label}
          </a>
        ))}
      </p>
    </div>
  </Layout>
);
