// Formats a story's context as text: every sentence with its source and the sources that support it.
import type { Source } from '../../engine/schema-story-context.ts';
import type { StoryWithContext } from './compute-contexts.ts';

export function formatContext({ summary, context, members }: StoryWithContext): string {
  const { brief, conflicts, differences, topics, related, timeline } = context;
  const lines = [
    `\n━━ ${summary.title}`,
    `   ${summary.id}: ${members.length} articles, ${summary.reports} reports; ${timeline.spans.length} ${timeline.unit}s`,
    ...members.slice(0, 6).map(({ title, outletId }) => `   · ${outletId}: ${title}`),
    brief.status === 'unknown'
      ? `BRIEF  none: ${brief.reason} (${brief.reports} reports)`
      : `BRIEF  ${brief.lang}, ${brief.reports} reports`,
    ...(brief.status === 'written' ? brief.sentences : []).map(
      ({ text, source, support }) =>
        `   – ${text}  [${nameSource(source)}; also ${support.map(nameSource).join(', ')}]`,
    ),
    ...(brief.status === 'unknown' ? brief.sideSentences : []).map(
      ({ text, source }) => `   – ${text}  [${nameSource(source)} alone]`,
    ),
    ...conflicts.map(
      ({ unit, values }) =>
        `NUMBERS  ${unit}: ${values.map(({ written, sources }) => `${written} (${sources.map(nameSource).join(', ')})`).join(' or ')}`,
    ),
    ...differences.groups.flatMap(({ group, outlets, others, items }) => [
      `ONLY ${group}  (${outlets} outlets, ${others} others)`,
      ...items.map(({ kind, text, sources }) => `   ${kind}: ${text}  [${sources.map(nameSource).join(', ')}]`),
    ]),
    `TOPICS  ${topics.map(({ id, reports }) => `${id} ${reports}`).join(' · ') || 'none'}`,
    ...related.map(({ story, shared }) => `RELATED  ${story.title}  [${shared.join(', ')}]`),
  ];
  return lines.join('\n');
}

function nameSource({ outletName, side }: Source): string {
  return side === null ? outletName : `${outletName} (${side})`;
}
