import type { PropsWithChildren } from 'hono/jsx';

/** A table that may be wider than its panel: scrolls by keyboard too, and says what it is. */
export const ScrollTable = ({
  label,
  stackable,
  children,
}: PropsWithChildren<{ label: string; stackable?: boolean }>) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; this groups what scrolls, and must be reachable by keyboard
  <div class="scroll" tabindex={0} role="group" aria-label={label}>
    <table class={stackable ? 'stackable' : undefined}>{children}</table>
  </div>
);
