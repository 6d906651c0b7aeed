import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

/** Counters of this process, in Prometheus' text format. */
export class Metrics {
  readonly #requests = new Map<string, { count: number; seconds: number }>();

  /** Counts each request by route, method and status class, so that no identifier becomes a label. */
  readonly count: MiddlewareHandler = async (c, next) => {
    const start = performance.now();
    await next();
    const labels = `method="${c.req.method}",route="${routePath(c, -1)}",status="${c.res.status}"`;
    const known = this.#requests.get(labels) ?? { count: 0, seconds: 0 };
    known.count += 1;
    known.seconds += (performance.now() - start) / 1000;
    this.#requests.set(labels, known);
  };

  render(gauges: Record<string, number>): string {
    const lines = [
      '# TYPE bandolo_http_requests_total counter',
      ...[...this.#requests].map(([labels, { count }]) => `bandolo_http_requests_total{${labels}} ${count}`),
      '# TYPE bandolo_http_request_seconds_total counter',
      ...[...this.#requests].map(
        ([labels, { seconds }]) => `bandolo_http_request_seconds_total{${labels}} ${seconds.toFixed(6)}`,
      ),
      ...Object.entries(gauges).flatMap(([name, value]) => [
        `# TYPE bandolo_${name} gauge`,
        `bandolo_${name} ${value}`,
      ]),
    ];
    return `${lines.join('\n')}\n`;
  }
}
