// Help, privacy and licence, in short sentences.
import { type TextKey, useWords } from '../words/words.ts';
import { Section } from './Section.tsx';

const PARTS: readonly { title: TextKey; text: TextKey }[] = [
  { title: 'helpBiasTitle', text: 'helpBias' },
  { title: 'helpProblemTitle', text: 'helpProblem' },
  { title: 'helpShortcutTitle', text: 'helpShortcut' },
  { title: 'aboutPrivacyTitle', text: 'aboutPrivacy' },
  { title: 'aboutLicenceTitle', text: 'aboutLicence' },
];

export function AboutSection({ version }: { version: string }) {
  const words = useWords();
  return (
    <Section id="help" title={words.text('aboutHeading')}>
      {PARTS.map(({ title, text }) => (
        <div key={title} class="about-part">
          <h3>{words.text(title)}</h3>
          <p>{words.text(text, version)}</p>
        </div>
      ))}
    </Section>
  );
}
