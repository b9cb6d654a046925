// A tab's coverage as plain text: what the popup shows, for a terminal or a file.
import type { Coverage, CoverageArticle, RatedOutlet } from '../../engine/schema.ts';
import type { TabState } from '../../utils/tab-state.ts';

export function reportTab(state: TabState | null): string {
  if (state === null) return 'Parallax knows nothing of this tab.\n';
  const { page } = state;
  switch (page.status) {
    case 'covered':
    case 'possible': {
      const certainty = `${page.status}, confidence ${Math.round(page.match.confidence * 100)} %`;
      return `${state.pageUrl}\n${certainty}\n\n${reportCoverage(page.coverage)}`;
    }
    case 'not-article':
      return `${state.pageUrl}\nnot an article (${page.kind}), ${page.outletStories.length} stories of this outlet that others cover\n`;
    case 'failed':
      return `${state.pageUrl}\nfailed: ${page.reason} ${page.detail}\n`;
    default:
      return `${state.pageUrl}\n${page.status}\n`;
  }
}

export function reportCoverage({ story, articles, outlets }: Coverage): string {
  const { spread, first } = story;
  const lines = [
    story.title,
    first === null
      ? 'First report unknown'
      : `First report: ${first.outletName}, ${isoMinute(first.at)} (${first.basis})`,
    `${story.articles} articles, ${story.reports} independent reports, ${story.outlets} outlets, ${story.countries} countries`,
    `Of ${spread.rated} rated outlets: left ${spread.left}, center ${spread.center}, right ${spread.right}; unrated ${spread.unrated}`,
    ...story.blindspots.map(
      ({ side, outlets: seen, rated, baseline, probability }) =>
        `Blindspot: ${seen} of ${rated} rated outlets are of the ${side}, where ${percent(baseline)} are usual (chance ${percent(probability)})`,
    ),
    '',
    ...articles.map((article) => reportArticle(article, outlets[article.outletId])),
  ];
  return `${lines.join('\n')}\n`;
}

function reportArticle(article: CoverageArticle, outlet: RatedOutlet | undefined): string {
  const bias = outlet?.bias;
  const place = bias
    ? `${bias.step} (${bias.low.toFixed(1)} … ${bias.high.toFixed(1)}, ${bias.raters} raters)`
    : 'unrated';
  const marks = [article.kind === 'report' ? '' : article.kind, article.isOriginal ? '' : 'copy', article.lang];
  const at = isoMinute(article.publishedAt ?? article.firstSeenAt);
  return `${at}  ${outlet?.name ?? article.outletId} · ${place} · ${marks.filter(Boolean).join(', ')}\n    ${article.title}`;
}

const isoMinute = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
