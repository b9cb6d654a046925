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
      const gauge = (name: string, help: string, read: () => number) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(read());
          },
        });
      gauge('parallax_lookup_cache_bytes', 'Bytes of lookup answers kept ready', gauges.lookupCacheBytes);
      gauge('parallax_lookup_cache_hits', 'Lookups answered from memory since the start', gauges.lookupCacheHits);
      gauge('parallax_lookup_cache_misses', 'Lookups that were made from the database', gauges.lookupCacheMisses);
      gauge('parallax_index_articles', 'Articles in the index', gauges.articles);
      gauge('parallax_index_waiting', 'Articles that have no place in a story yet', gauges.waiting);
      gauge('parallax_lookup_bits', 'Length of the hash prefixes that are answered', gauges.lookupBits);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
