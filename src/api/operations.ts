import { Hono } from 'hono';
import type { Deps } from '../services/deps.ts';
import { health } from '../services/operate/health.ts';
import type { Metrics } from './metrics.ts';
import { problem } from './problem.ts';

/** For those who run it: alive, ready, counted. */
export function operations(deps: Deps, metrics: Metrics): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    try {
      const { topics } = await health({ deps });
      return c.json({ status: 'ready', topics });
    } catch (error) {
      deps.log.error({ err: error }, 'the store does not answer');
      return problem(c, 503, 'The store does not answer.');
    }
  });
  app.get('/metrics', async (c) => {
    const { topics, scores, scans, issues } = await health({ deps });
    return c.text(metrics.render({ topics, topic_scores: scores, scans, issues }), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    });
  });
  return app;
}
