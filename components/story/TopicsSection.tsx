// A story's topics as tags: general ones first, then countries and names.
import type { GeneralTopic, Topic } from '../../engine/schema-story-context.ts';
import { type TextKey, useWords, type Words } from '../words/words.ts';

const NAMES: Readonly<Record<GeneralTopic, TextKey>> = {
  business: 'topicBusiness',
  climate: 'topicClimate',
  conflict: 'topicConflict',
  crime: 'topicCrime',
  culture: 'topicCulture',
  disasters: 'topicDisasters',
  education: 'topicEducation',
  elections: 'topicElections',
  health: 'topicHealth',
  justice: 'topicJustice',
  migration: 'topicMigration',
  politics: 'topicPolitics',
  religion: 'topicReligion',
  science: 'topicScience',
  society: 'topicSociety',
  sports: 'topicSports',
  technology: 'topicTechnology',
  transport: 'topicTransport',
};

export function TopicsSection({ topics }: { topics: readonly Topic[] }) {
  const words = useWords();
  if (topics.length === 0) return null;
  return (
    <section class="topics">
      <h2>{words.text('topicsTitle')}</h2>
      <ul>
        {topics.map((topic) => (
          <li key={topic.id} class={`topic topic-${topic.kind}`}>
            <bdi>{nameTopic(topic, words)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameTopic(topic: Topic, words: Words): string {
  switch (topic.kind) {
    case 'general':
      return words.text(NAMES[topic.topic]);
    case 'country':
      return words.country(topic.country);
    case 'name':
      return topic.name;
  }
}
