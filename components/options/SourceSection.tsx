// Which source answers, this device or a server, explained in plain words before anything is saved.

import { useEffect, useState } from 'preact/hooks';
import { Choice } from '../Choice.tsx';
import { ServerForm } from '../source/ServerForm.tsx';
import { SetByOrganisation } from '../source/SetByOrganisation.tsx';
import type { ServerTestState, SourceActions, SourceChoice, SourceMode } from '../source/source-state.ts';
import { type TextKey, useWords } from '../words/words.ts';
import { Section } from './Section.tsx';

const MODES: readonly { mode: SourceMode; name: TextKey; text: TextKey }[] = [
  { mode: 'on-device', name: 'sourceDevice', text: 'sourceDeviceText' },
  { mode: 'server', name: 'sourceServer', text: 'sourceServerText' },
];

type SourceSectionProps = { choice: SourceChoice; test: ServerTestState | null; actions: SourceActions };

export function SourceSection({ choice, test, actions }: SourceSectionProps) {
  const words = useWords();
  // Choosing "server" only shows the form; a server is used once it has been tested.
  const [isServerShown, setIsServerShown] = useState(false);
  // The source was changed, here or in another tab.
  useEffect(() => setIsServerShown(false), [choice.mode]);
  const isLocked = choice.locked.includes('mode');
  const mode = isServerShown && !isLocked ? 'server' : choice.mode;
  const onSelect = (selected: SourceMode) => {
    setIsServerShown(selected === 'server');
    if (selected === 'on-device') actions.useDevice();
  };
  return (
    <Section id="source" title={words.text('sourceHeading')}>
      <div class="choices" role="radiogroup" aria-label={words.text('sourceHeading')}>
        {MODES.map(({ mode: offered, name, text }) => (
          <Choice
            key={offered}
            group="source-mode"
            name={name}
            text={text}
            isChosen={offered === mode}
            isLocked={isLocked}
            onChoose={() => onSelect(offered)}
          />
        ))}
      </div>
      {isLocked && <SetByOrganisation />}
      {mode === 'server' && <ServerChoices choice={choice} test={test} actions={actions} />}
    </Section>
  );
}

function ServerChoices({ choice, test, actions }: SourceSectionProps) {
  const words = useWords();
  return (
    <>
      <ServerForm choice={choice} test={test} actions={actions} />
      <Consequences title={words.text('sentTitle')} texts={['sentBits', 'sentStory', 'sentAddress']} />
      <Consequences title={words.text('neverSentTitle')} texts={['neverSentUrl', 'neverSentRest']} />
      <Switch
        name="headlineSwitch"
        text="headlineSwitchText"
        isOn={choice.isHeadlineSent}
        isLocked={choice.locked.includes('headline')}
        onToggle={actions.toggleHeadline}
      />
      <Switch
        name="linkLookupSwitch"
        text="linkLookupSwitchText"
        isOn={choice.isLinkLookupOn}
        isLocked={choice.locked.includes('links')}
        onToggle={actions.toggleLinkLookup}
      />
      <Switch
        name="fallBackSwitch"
        text="fallBackSwitchText"
        isOn={choice.isFallBackOn}
        isLocked={choice.locked.includes('fall-back')}
        onToggle={actions.toggleFallBack}
      />
      <p class="small muted">{words.text('serverRatings')}</p>
    </>
  );
}

function Consequences({ title, texts }: { title: string; texts: readonly TextKey[] }) {
  const words = useWords();
  return (
    <div class="consequences">
      <h3>{title}</h3>
      <ul>
        {texts.map((key) => (
          <li key={key}>{words.text(key)}</li>
        ))}
      </ul>
    </div>
  );
}

type SwitchProps = { name: TextKey; text: TextKey; isOn: boolean; isLocked: boolean; onToggle: () => void };

function Switch({ name, text, isOn, isLocked, onToggle }: SwitchProps) {
  const words = useWords();
  return (
    <div>
      <label class="check">
        <input type="checkbox" checked={isOn} disabled={isLocked} onChange={onToggle} />
        <span>
          {words.text(name)}
          <span class="choice-text">{words.text(text)}</span>
        </span>
      </label>
      {isLocked && <SetByOrganisation />}
    </div>
  );
}
