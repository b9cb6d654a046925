// Prometheus metrics of the API: requests by route and status, their durations, the caches and the index.
import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';

export type RouteName =
  | 'meta'
  | 'lookup'
  | 'match'
  | 'story'
  | 'context'
  | 'stories'
  | 'outlet'
  | 'articles'
  | 'health'
  | 'ready'
  | 'metrics'
  | 'document'
  | 'other';

export type Answered = { readonly route: RouteName; readonly status: number; readonly seconds: number };

export type Gauges = {
  readonly lookupCacheBytes: () => number;
  readonly lookupCacheHits: () => number;
  readonly lookupCacheMisses: () => number;
  readonly articles: () => number;
  readonly waiting: () => number;
  readonly lookupBits: () => number;
};

export type ApiMetrics = {
  readonly observe: (answered: Answered) => void;
  readonly watch: (gauges: Gauges) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

/** In seconds, from a lookup in memory to a story's context under load; the targets of 15 and 60 ms are bucket limits. */
const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.015, 0.03, 0.06, 0.12, 0.25, 0.5, 1, 2.5, 10];

export function createApiMetrics(registry: Registry): ApiMetrics {
  const registers = [registry];
  if (registry.getSingleMetric('process_cpu_seconds_total') === undefined)
    collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: 'parallax_http_questions_total',
    help: 'Questions answered, by route and status',
    labelNames: ['route', 'status'],
    registers,
  });
  const times = new Histogram({
    name: 'parallax_http_seconds',
    help: 'Time to the answer, by route',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  });
  // Kept here because looking up the series of a label costs more than counting.
  const counters = new Map<string, Counter.Internal>();
  const timers = new Map<RouteName, Histogram.Internal<'route'>>();

  return {
    observe({ route, status, seconds }) {
      const key = `${route} ${status}`;
      let counter = counters.get(key);
      if (counter === undefined) {
        counter = questions.labels(route, String(status));
        counters.set(key, counter);
      }
      counter.inc();
      let timer = timers.get(route);
      if (timer === undefined) {
        timer = times.labels(route);
        timers.set(route, timer);
      }
      timer.observe(seconds);
    },
    watch(gauges) {
      const gauge = (read: () => number, { name, help }: { readonly name: string; readonly help: string }) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(read());
          },
        });
      gauge(gauges.lookupCacheBytes, {
        name: 'parallax_lookup_cache_bytes',
        help: 'Bytes of lookup answers kept ready',
      });
      gauge(gauges.lookupCacheHits, {
        name: 'parallax_lookup_cache_hits',
        help: 'Lookups answered from memory since the start',
      });
      gauge(gauges.lookupCacheMisses, {
        name: 'parallax_lookup_cache_misses',
        help: 'Lookups that were made from the database',
      });
      gauge(gauges.articles, { name: 'parallax_index_articles', help: 'Articles in the index' });
      gauge(gauges.waiting, { name: 'parallax_index_waiting', help: 'Articles that have no place in a story yet' });
      gauge(gauges.lookupBits, { name: 'parallax_lookup_bits', help: 'Length of the hash prefixes that are answered' });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
