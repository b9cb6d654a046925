// Takes a file from the user and shows the result, including the lines that were left out and why.
import { useId } from 'preact/hooks';
import type { ImportProblem } from '../../engine/outlet/import-problem.ts';
import { useWords } from '../words/words.ts';
import { describeImportProblem } from './import-texts.ts';
import type { ImportState, OwnImportState } from './options-state.ts';

type FileImportProps = {
  label: string;
  /** Describes the format. */
  text?: string;
  accept: string;
  state: ImportState | OwnImportState | null;
  onFile: (file: File) => void;
};

export function FileImport({ label, text, accept, state, onFile }: FileImportProps) {
  const id = useId();
  const onChange = (field: HTMLInputElement) => {
    const file = field.files?.[0];
    if (file) onFile(file);
    field.value = ''; // lets the user choose the same file again after correcting it
  };
  return (
    <div class="file-import">
      <label>
        <span class="field-label" id={`${id}name`}>
          {label}
        </span>
        <input
          type="file"
          accept={accept}
          aria-labelledby={`${id}name`}
          aria-describedby={text === undefined ? undefined : `${id}text`}
          onChange={(event) => onChange(event.currentTarget)}
        />
        {text !== undefined && (
          <span class="choice-text" id={`${id}text`}>
            {text}
          </span>
        )}
      </label>
      <div role="status">{state && <ImportResult state={state} />}</div>
    </div>
  );
}

function ImportResult({ state }: { state: ImportState | OwnImportState }) {
  const words = useWords();
  switch (state.status) {
    case 'too-large':
      return <p class="problem">{words.text('importTooLarge')}</p>;
    case 'failed':
      return <p class="problem">{words.text('importFailed')}</p>;
    case 'storage-full':
      return <p class="problem">{words.text('importNoRoom')}</p>;
    case 'not-stored':
      return <p class="problem">{words.text('importNotStored')}</p>;
    case 'rejected':
      return (
        <>
          <p class="problem">{words.text('importRejected')}</p>
          <Problems problems={state.problems} />
        </>
      );
    case 'imported':
      return (
        <>
          <p>{words.count('imported', state.entries, state.name)}</p>
          {state.hasOwnRatings && <p>{words.text('importOwnRatings')}</p>}
          <Skipped {...state} />
        </>
      );
    case 'taken':
      return (
        <>
          <p>{state.entries === 0 ? words.text('ownLoadedNone') : words.count('ownLoaded', state.entries)}</p>
          {state.kept > 0 && <p>{words.count('ownLoadKept', state.kept)}</p>}
          <Skipped {...state} />
        </>
      );
    case 'taken-back':
      return <p>{words.text('ownTakenBack')}</p>;
  }
}

function Skipped({ skipped, problems }: { skipped: number; problems: readonly ImportProblem[] }) {
  const words = useWords();
  return (
    <>
      {skipped > 0 && <p class="problem">{words.count('importSkipped', skipped)}</p>}
      <Problems problems={problems} />
    </>
  );
}

function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  const words = useWords();
  const lines = problems.map((problem) => describeImportProblem(problem, words));
  return (
    <ul class="import-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
