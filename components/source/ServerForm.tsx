// The server's address and token: they are tested first, show what the server says about itself, and are used only after that.
import { useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { describeFailure } from '../failure-texts.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { useWords } from '../words/words.ts';
import { SetByOrganisation } from './SetByOrganisation.tsx';
import type { ServerFacts, ServerTestState, SourceActions, SourceChoice } from './source-state.ts';

type ServerFormProps = { choice: SourceChoice; test: ServerTestState | null; actions: SourceActions };

export function ServerForm({ choice, test, actions }: ServerFormProps) {
  const words = useWords();
  const [address, setAddress] = useState(choice.address);
  const [token, setToken] = useState(choice.token);
  // The result of a test is not valid for an address or token that has been edited since.
  const [isEdited, setIsEdited] = useState(false);
  const isAddressLocked = choice.locked.includes('address');
  const isTokenLocked = choice.locked.includes('token');
  const isInUse = choice.mode === 'server' && choice.address !== '';
  const isTesting = test?.status === 'running';
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (isTesting) return;
    setIsEdited(false);
    actions.testServer(isAddressLocked ? choice.address : address, isTokenLocked ? choice.token : token);
  };
  return (
    <form class="server-form" onSubmit={onSubmit} onInput={() => setIsEdited(true)}>
      {isInUse && (
        <p>
          <b>{words.text('serverInUse', choice.address)}</b>
        </p>
      )}
      <label>
        <span class="field-label">{words.text('serverAddressLabel')}</span>
        <input
          type="text"
          inputMode="url"
          autoComplete="off"
          spellcheck={false}
          dir="ltr"
          maxLength={500}
          placeholder="https://"
          value={isAddressLocked ? choice.address : address}
          disabled={isAddressLocked}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      {isAddressLocked && <SetByOrganisation />}
      {isTokenLocked ? (
        <>
          <p class="field-label">{words.text('serverTokenLabel')}</p>
          <SetByOrganisation />
        </>
      ) : (
        <label>
          <span class="field-label">{words.text('serverTokenLabel')}</span>
          <input
            type="password"
            autoComplete="off"
            dir="ltr"
            maxLength={500}
            value={token}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
          <span class="choice-text">{words.text('serverTokenText')}</span>
        </label>
      )}
      <div class="actions">
        <button type="submit" class="button" aria-disabled={isTesting || undefined}>
          {words.text(isTesting ? 'serverTesting' : 'serverTest')}
        </button>
      </div>
      <div role="status">
        {test !== null && !isEdited && <TestResult test={test} choice={choice} onUse={actions.useServer} />}
      </div>
    </form>
  );
}

type TestResultProps = { test: ServerTestState; choice: SourceChoice; onUse: () => void };

function TestResult({ test, choice, onUse }: TestResultProps) {
  const words = useWords();
  switch (test.status) {
    case 'running':
      return null;
    case 'malformed':
      return <p class="problem">{words.text('addressMalformed')}</p>;
    case 'not-secure':
      return <p class="problem">{words.text('addressNotSecure')}</p>;
    case 'refused':
      return <p class="problem">{words.text('serverRefused')}</p>;
    case 'failed':
      return (
        <p class="problem">
          {describeFailure({ reason: test.reason, serverHost: test.address, serverLocks: choice.locked }, words)}
        </p>
      );
    case 'answered': {
      const isUsed = choice.mode === 'server' && choice.address === test.address && choice.token === test.token;
      return <Answered facts={test} isUsed={isUsed} onUse={onUse} />;
    }
  }
}

function Answered({ facts, isUsed, onUse }: { facts: ServerFacts; isUsed: boolean; onUse: () => void }) {
  const words = useWords();
  const root = useKeptFocus<HTMLDivElement>((notice) => notice.querySelector<HTMLElement>(':scope > p:last-child'));
  return (
    <div class="notice server-facts" ref={root}>
      <Facts facts={facts} />
      {isUsed ? (
        <p tabIndex={-1}>{words.text('serverWorks')}</p>
      ) : (
        <Button onClick={onUse} isMain>
          {words.text('serverUse')}
        </Button>
      )}
    </div>
  );
}

function Facts({ facts }: { facts: ServerFacts }) {
  const words = useWords();
  const { name, articles, stories, articleSeenAt, engineVersion, crowd } = facts;
  return (
    <>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>
        {words.text('serverIndex', words.count('articlesCount', articles), words.count('storiesCount', stories))}{' '}
        {articleSeenAt === null ? words.text('serverEmpty') : words.text('serverFresh', words.ago(articleSeenAt))}
      </p>
      <p>{crowd === null ? words.text('crowdWhole') : words.count('crowdLeast', crowd)}</p>
      <p class="muted">{words.text('serverEngine', String(engineVersion))}</p>
    </>
  );
}
